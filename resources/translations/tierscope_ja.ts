<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Arguments</name>
    <message>
        <source>The command ends in a backslash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or write \\ for a backslash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote (%1) is opened but not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it, or write \%1 for the character itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartAxis</name>
    <message>
        <source>0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs that the function sees, and the largest tier measured with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 vCPUs visible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Choose a place that you may write to, or ask for the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether the disk is full and whether the folder can be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file aside and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a larger memory tier or fewer processes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it more time or less to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured is saved. Try again, and report it if it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A process failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of Tierscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>one sentence after the other</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>Published measurements from AWS Lambda, to start with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the tasks in parallel pays off from %1; at %2 it is %3× as fast as one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run to measure this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured on this computer with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiers with more vCPUs dilated up to ×%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2 at once, without a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2 at once at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB-seconds, %2. It is the fastest too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB-seconds, %2. The fastest takes %3 GB-seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as fast as the slowest: %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against %2 one after the other there, %3 as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its best is %1: %2 against %3 one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not counted. The first is %1; the table says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel wins from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel never wins</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>There is no memory tier yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type sizes in MB such as 128, 512, 1024, or none for no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any whole number will do: the same one gives the same order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormText</name>
    <message>
        <source>%1 is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a program and its arguments, such as gzip -k big.log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no module yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type its name as in an import, such as images.thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of a function of the module</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run; what was measured is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the experiment that is shown, or in the history the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tab before, the next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the history: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the history: lay over the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the history: put what it measures into the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the history: delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next field, the field before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tierscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which AWS Lambda memory tier, and how many processes at once? Measures it on this computer and charts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copyright 2026 the Tierscope authors. Free software under the MIT licence, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanNote</name>
    <message>
        <source>×%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1 to ×%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers with more vCPUs than the %1 here run dilated %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long they take is known once a first task has been timed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>1 vCPU of credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points appear here as runs finish.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuntimeChart</name>
    <message>
        <source>%1, %2 at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer, not limited to a tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finished runs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median runtime against memory tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median runtime against the number of vCPUs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing: timing one task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, warm-up %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, repeat %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; what was measured is kept, %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; what was measured is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off, %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished, %1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duty cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS Lambda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference experiment, C++</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference experiment, Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Python function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short loop at eight memory tiers, sized so that the whole takes about half a minute on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 tasks of a 10,000,000-iteration loop, compiled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 tasks of a 10,000,000-iteration loop, as published in 2021.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any program, started once a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any function of a module of yours, called once a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::ExperimentPanel</name>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready to run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::FieldBox</name>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the figures say stands here once there are some.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::HeaderBar</name>
    <message>
        <source>&amp;CSV, a row each measured run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON, everything that was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Markdown, a report to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, language and layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is shown as a file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run; what was measured is kept (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the experiment at the left (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::HistoryModel</name>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, laid over the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not laid over the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay over the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS Lambda, published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS Lambda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no memory tier: measured without a limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::HistoryPanel</name>
    <message>
        <source>Name of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS Lambda, published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selected experiment (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected experiment another name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what the selected experiment measures into the form (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure what the selected experiment still lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the selected experiment as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay over the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the selected experiment behind the one that is shown (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected experiment (Del)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::MainWindow</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::MessageBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::NameEdit</name>
    <message>
        <source>%1: click or F2 to rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::PlanFields</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;epeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory tiers (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>128, 512, 1024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eight tiers of the reference measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPU steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last tier of each vCPU count, and below one vCPU each half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held to a tier: as fast as this computer runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Memory tiers (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task after the other, in one process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parallel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A process for each task, so many at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many processes, each used for many tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of processes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes &amp;at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings ▸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer settings ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs are shuffled; the same seed gives the same order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run time limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::RunStatusBar</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::RuntimeChartView</name>
    <message>
        <source>Runtime chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::RuntimePage</name>
    <message>
        <source>Horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPU count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::SamplePage</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: ended with signal 9</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::SampleTableModel</name>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>×%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tier&apos;s own time: measured time divided by the dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As measured on this computer, not divided by the dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dilated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::SegmentedControl</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::SettingsMenu</name>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore default layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tierscope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tierscope::ui::WorkloadFields</name>
    <message>
        <source>Memory (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primes up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command and arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gzip -k big-{index}.log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started without a shell. Quotes group words; $, *, | and &gt; mean nothing. {index} is the task&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images.thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments, as a JSON list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[&quot;photo-{index}.jpg&quot;, 200]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: as Python finds it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
