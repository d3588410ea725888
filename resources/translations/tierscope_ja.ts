<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
    <context>
        <name>Arguments</name>
        <message>
            <source>The command ends in a backslash</source>
            <translation>コマンドがバックスラッシュで終わっています</translation>
        </message>
        <message>
            <source>Remove it, or write \\ for a backslash.</source>
            <translation>取り除くか、バックスラッシュ自体は \\ と書いてください。</translation>
        </message>
        <message>
            <source>A quote (%1) is opened but not closed</source>
            <translation>引用符（%1）が閉じられていません</translation>
        </message>
        <message>
            <source>Close it, or write \%1 for the character itself.</source>
            <translation>閉じるか、文字そのものは \%1 と書いてください。</translation>
        </message>
    </context>
    <context>
        <name>AwsErrors</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Sign in again, for example with aws sso login, or choose another profile.</source>
            <translation>aws sso login などでサインインし直すか、別のプロファイルを選んでください。</translation>
        </message>
        <message>
            <source>no AWS credentials were found: not in the environment, not in the profile %1, not from a container&apos;s or an instance&apos;s service.</source>
            <translation>AWS の認証情報が、環境変数にも、プロファイル %1 にも、コンテナーやインスタンスのサービスにも見つかりません。</translation>
        </message>
        <message>
            <source>Run aws configure, or choose another profile.</source>
            <translation>aws configure を実行するか、別のプロファイルを選んでください。</translation>
        </message>
        <message>
            <source>only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set.</source>
            <translation>AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY の片方しか設定されていません。</translation>
        </message>
        <message>
            <source>Set both, or neither.</source>
            <translation>両方設定するか、両方外してください。</translation>
        </message>
        <message>
            <source>the AWS credentials have expired.</source>
            <translation>AWS の認証情報の有効期限が切れています。</translation>
        </message>
        <message>
            <source>AWS does not accept the credentials: they have expired or are not known.</source>
            <translation>AWS が認証情報を受け付けません。期限切れか、登録されていないものです。</translation>
        </message>
        <message>
            <source>credential_process of the profile %1 gives no credentials.</source>
            <translation>プロファイル %1 の credential_process が認証情報を返しません。</translation>
        </message>
        <message>
            <source>Run it by hand to see what it says.</source>
            <translation>手で実行して、何が出るか確かめてください。</translation>
        </message>
        <message>
            <source>the AWS CLI gives no credentials.</source>
            <translation>AWS CLI が認証情報を返しません。</translation>
        </message>
        <message>
            <source>the AWS CLI gives no credentials (%1).</source>
            <translation>AWS CLI が認証情報を返しません（%1）。</translation>
        </message>
        <message>
            <source>the environment&apos;s web identity needs the AWS CLI, which is not found.</source>
            <translation>環境変数の Web ID には AWS CLI が必要ですが、見つかりません。</translation>
        </message>
        <message>
            <source>the profile %1 signs in through a role, SSO or a web identity, which needs the AWS CLI.</source>
            <translation>プロファイル %1 はロール、SSO または Web ID でサインインするため、AWS CLI が必要です。</translation>
        </message>
        <message>
            <source>Install the AWS CLI, version 2, or choose a profile with keys.</source>
            <translation>AWS CLI のバージョン 2 をインストールするか、キーを持つプロファイルを選んでください。</translation>
        </message>
        <message>
            <source>there is no profile %1 in the shared AWS files.</source>
            <translation>AWS の共有ファイルにプロファイル %1 がありません。</translation>
        </message>
        <message>
            <source>Choose another one, or make it with aws configure.</source>
            <translation>別のものを選ぶか、aws configure で作ってください。</translation>
        </message>
        <message>
            <source>line %1 of %2 is neither a section, a setting nor a comment.</source>
            <translation>%2 の %1 行目は、セクションでも設定でもコメントでもありません。</translation>
        </message>
        <message>
            <source>Correct that line.</source>
            <translation>その行を直してください。</translation>
        </message>
        <message>
            <source>AWS refuses the signature of the request.</source>
            <translation>AWS がリクエストの署名を受け付けません。</translation>
        </message>
        <message>
            <source>See whether the secret key belongs to the access key.</source>
            <translation>シークレットキーがアクセスキーと対になっているか確かめてください。</translation>
        </message>
        <message>
            <source>this computer&apos;s clock is %1 min ahead of AWS&apos;s, so that its requests are refused.</source>
            <translation>このコンピューターの時計が AWS より %1 分進んでいるため、リクエストが拒まれます。</translation>
        </message>
        <message>
            <source>Set the clock.</source>
            <translation>時計を合わせてください。</translation>
        </message>
        <message>
            <source>this computer&apos;s clock is %1 min behind AWS&apos;s, so that its requests are refused.</source>
            <translation>このコンピューターの時計が AWS より %1 分遅れているため、リクエストが拒まれます。</translation>
        </message>
        <message>
            <source>See whether the network works, and try again.</source>
            <translation>ネットワークを確かめて、もう一度試してください。</translation>
        </message>
        <message>
            <source>no region is chosen, and the profile %1 has none.</source>
            <translation>リージョンが選ばれておらず、プロファイル %1 にもありません。</translation>
        </message>
        <message>
            <source>Choose one such as us-east-1, or set AWS_REGION.</source>
            <translation>us-east-1 などを選ぶか、AWS_REGION を設定してください。</translation>
        </message>
        <message>
            <source>“%1” is no region of AWS.</source>
            <translation>「%1」は AWS のリージョンではありません。</translation>
        </message>
        <message>
            <source>Choose one such as us-east-1.</source>
            <translation>us-east-1 などを選んでください。</translation>
        </message>
        <message>
            <source>the function&apos;s ARN is of %1, and the region is %2.</source>
            <translation>関数の ARN は %1 のもので、選ばれたリージョンは %2 です。</translation>
        </message>
        <message>
            <source>Leave the region out.</source>
            <translation>リージョンを空にしてください。</translation>
        </message>
        <message>
            <source>“%1” is no URL of an endpoint.</source>
            <translation>「%1」はエンドポイントの URL ではありません。</translation>
        </message>
        <message>
            <source>Give one such as http://127.0.0.1:3001 or https://lambda.us-east-1.amazonaws.com.</source>
            <translation>http://127.0.0.1:3001 や https://lambda.us-east-1.amazonaws.com のように入力してください。</translation>
        </message>
        <message>
            <source>%1 would send requests unencrypted to another computer.</source>
            <translation>%1 では、リクエストが暗号化されずに別のコンピューターへ送られます。</translation>
        </message>
        <message>
            <source>Use https; plain http is only for this computer.</source>
            <translation>https を使ってください。http はこのコンピューター宛てに限ります。</translation>
        </message>
        <message>
            <source>the endpoint answers with status %1, a redirection, which is not followed.</source>
            <translation>エンドポイントがステータス %1（リダイレクト）を返しました。リダイレクトには従いません。</translation>
        </message>
        <message>
            <source>Give the endpoint&apos;s own address.</source>
            <translation>エンドポイント自身のアドレスを入力してください。</translation>
        </message>
        <message>
            <source>there is no computer called %1.</source>
            <translation>%1 というコンピューターはありません。</translation>
        </message>
        <message>
            <source>See whether the region and the endpoint are right and the network works.</source>
            <translation>リージョンとエンドポイントが正しいか、ネットワークがつながるかを確かめてください。</translation>
        </message>
        <message>
            <source>%1 cannot be reached.</source>
            <translation>%1 に接続できません。</translation>
        </message>
        <message>
            <source>%1 did not answer within %2 s.</source>
            <translation>%1 が %2 秒以内に応答しませんでした。</translation>
        </message>
        <message>
            <source>%1 cannot prove who it is (%2).</source>
            <translation>%1 の身元を確かめられません（%2）。</translation>
        </message>
        <message>
            <source>Where the network has certificates of its own, name them with AWS_CA_BUNDLE.</source>
            <translation>ネットワーク独自の証明書がある場合は、AWS_CA_BUNDLE で指定してください。</translation>
        </message>
        <message>
            <source>the connection to %1 broke off (%2).</source>
            <translation>%1 との接続が切れました（%2）。</translation>
        </message>
        <message>
            <source>the invocation was sent and its answer was lost.</source>
            <translation>呼び出しは送られましたが、応答が失われました。</translation>
        </message>
        <message>
            <source>It may have run and may be billed; it is not repeated.</source>
            <translation>実行され、課金された可能性があるため、繰り返しません。</translation>
        </message>
        <message>
            <source>the price of a GB-second on %2 in %1 is not known.</source>
            <translation>%1 の %2 の GB 秒単価がわかりません。</translation>
        </message>
        <message>
            <source>Give your own price, or choose another region or architecture.</source>
            <translation>単価を自分で入力するか、別のリージョンかアーキテクチャを選んでください。</translation>
        </message>
        <message>
            <source>AWS Lambda answers: %1.</source>
            <translation>AWS Lambda の応答: %1。</translation>
        </message>
        <message>
            <source>Give the user or role that permission.</source>
            <translation>ユーザーまたはロールにその権限を与えてください。</translation>
        </message>
        <message>
            <source>Try again later, with fewer invocations at once.</source>
            <translation>同時呼び出し数を減らして、あとでもう一度試してください。</translation>
        </message>
        <message>
            <source>See whether the name, the region and the profile are right.</source>
            <translation>名前、リージョン、プロファイルが正しいか確かめてください。</translation>
        </message>
        <message>
            <source>“%1” is no name of a function.</source>
            <translation>「%1」は関数の名前ではありません。</translation>
        </message>
        <message>
            <source>Give its name, or its ARN such as arn:aws:lambda:us-east-1:123456789012:function:work.</source>
            <translation>名前か、arn:aws:lambda:us-east-1:123456789012:function:work のような ARN を入力してください。</translation>
        </message>
        <message>
            <source>the function is in the state Failed (%1).</source>
            <translation>関数が Failed の状態です（%1）。</translation>
        </message>
        <message>
            <source>Update its code or configuration.</source>
            <translation>コードか設定を更新してください。</translation>
        </message>
        <message>
            <source>AWS Lambda could not update the function (%1).</source>
            <translation>AWS Lambda が関数を更新できませんでした（%1）。</translation>
        </message>
        <message>
            <source>the function is still being updated after %1 s.</source>
            <translation>%1 秒たっても関数の更新が終わりません。</translation>
        </message>
        <message>
            <source>Try again later.</source>
            <translation>あとでもう一度試してください。</translation>
        </message>
        <message>
            <source>somebody else has changed the function meanwhile.</source>
            <translation>その間に、ほかの人が関数を変更しました。</translation>
        </message>
        <message>
            <source>Let the sweep have it alone, then try again.</source>
            <translation>測定の間は関数をほかで変更しないようにして、もう一度試してください。</translation>
        </message>
        <message>
            <source>somebody else has changed the function meanwhile: it has %1 MB.</source>
            <translation>その間に、ほかの人が関数を変更しました（現在 %1 MB）。</translation>
        </message>
        <message>
            <source>another Tierscope is measuring %1.</source>
            <translation>別の Tierscope が %1 を測定しています。</translation>
        </message>
        <message>
            <source>Wait until it has finished, or stop it.</source>
            <translation>終わるまで待つか、そちらを停止してください。</translation>
        </message>
        <message>
            <source>the function %1 was not deployed by Tierscope, and is left as it is.</source>
            <translation>関数 %1 は Tierscope がデプロイしたものではないため、そのままにします。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>別の名前にしてください。</translation>
        </message>
        <message>
            <source>the function %1 has the runtime %2.</source>
            <translation>関数 %1 のランタイムは %2 です。</translation>
        </message>
        <message>
            <source>Remove it first, or choose another name.</source>
            <translation>先に削除するか、別の名前にしてください。</translation>
        </message>
        <message>
            <source>a new function needs a role to run as.</source>
            <translation>新しい関数には、実行するためのロールが必要です。</translation>
        </message>
        <message>
            <source>Give the role&apos;s ARN.</source>
            <translation>ロールの ARN を入力してください。</translation>
        </message>
        <message>
            <source>the package %1 is not there.</source>
            <translation>パッケージ %1 がありません。</translation>
        </message>
        <message>
            <source>Build or install Tierscope whole.</source>
            <translation>Tierscope 全体をビルドまたはインストールしてください。</translation>
        </message>
        <message>
            <source>%1 is no zip file of at most 50 MB that can be read.</source>
            <translation>%1 は、読み込める 50 MB 以下の zip ファイルではありません。</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>別のものを選んでください。</translation>
        </message>
        <message>
            <source>the function&apos;s own time limit is %1 s, which small tiers may not keep.</source>
            <translation>関数自体の制限時間は %1 秒で、小さいメモリサイズでは超えるかもしれません。</translation>
        </message>
        <message>
            <source>Runs that do not are failed samples; raise the function&apos;s timeout where that is too little.</source>
            <translation>超えた実行は失敗したサンプルになります。短すぎる場合は、関数のタイムアウトを延ばしてください。</translation>
        </message>
        <message>
            <source>the first run of each tier is a cold start and does not count.</source>
            <translation>各メモリサイズの最初の実行はコールドスタートで、集計に入りません。</translation>
        </message>
        <message>
            <source>Ask for a warm-up run.</source>
            <translation>ウォームアップを指定してください。</translation>
        </message>
        <message>
            <source>the account may run %1 invocations at once.</source>
            <translation>このアカウントで同時に実行できる呼び出しは %1 件です。</translation>
        </message>
        <message>
            <source>Ask for fewer at once.</source>
            <translation>同時の数を減らしてください。</translation>
        </message>
        <message>
            <source>some accounts may not have more than 3008 MB.</source>
            <translation>3008 MB を超えるサイズを使えないアカウントもあります。</translation>
        </message>
        <message>
            <source>Tiers that Lambda refuses are failed samples; the others are measured.</source>
            <translation>Lambda が拒んだメモリサイズは失敗したサンプルになり、ほかは測定されます。</translation>
        </message>
        <message>
            <source>the function&apos;s memory was not put back: somebody else has changed the function, or it is gone.</source>
            <translation>関数のメモリは元に戻していません。ほかの人が関数を変更したか、関数がなくなっています。</translation>
        </message>
    </context>
    <context>
        <name>ChartAxis</name>
        <message>
            <source>0 s</source>
            <translation>0 s</translation>
        </message>
        <message>
            <source>%1 µs</source>
            <translation>%1 µs</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 GB</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>Runtime</source>
            <translation>実行時間</translation>
        </message>
        <message>
            <source>Memory tier</source>
            <translation>メモリサイズ</translation>
        </message>
        <message>
            <source>vCPUs that the function sees, and the largest tier measured with them</source>
            <translation>関数から見える vCPU 数と、その数で測った最大のメモリサイズ</translation>
        </message>
        <message>
            <source>%1 vCPUs visible</source>
            <translation>%1 vCPU が見える</translation>
        </message>
    </context>
    <context>
        <name>ChartReadout</name>
        <message>
            <source>%1, cap %2</source>
            <translation>%1、同時 %2</translation>
        </message>
        <message>
            <source>1 vCPU visible · %1 of credit</source>
            <translation>1 vCPU が見える · 割り当て %1</translation>
        </message>
        <message>
            <source>%1 vCPUs visible · %2 of credit</source>
            <translation>%1 vCPU が見える · 割り当て %2</translation>
        </message>
        <message>
            <source>%1 takes as long as sequential</source>
            <translation>%1は逐次と同じ時間</translation>
        </message>
        <message>
            <source>%1 takes %2× as long as sequential</source>
            <translation>%1は逐次の %2 倍の時間</translation>
        </message>
        <message>
            <source>%1 is %2× as fast as sequential</source>
            <translation>%1は逐次の %2 倍の速さ</translation>
        </message>
        <message>
            <source>Limited by %1, dilated ×%2</source>
            <translation>制限方法: %1、伸長 ×%2</translation>
        </message>
        <message>
            <source>Limited by %1</source>
            <translation>制限方法: %1</translation>
        </message>
        <message>
            <source>Dilated ×%1</source>
            <translation>伸長 ×%1</translation>
        </message>
        <message>
            <source>%1: %2, %3.</source>
            <translation>%1: %2、%3。</translation>
        </message>
        <message>
            <source>%1: %2 %3, %4.</source>
            <translation>%1: %2 %3、%4。</translation>
        </message>
        <message>
            <source>%1, %2.</source>
            <translation>%1、%2。</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1。</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2。</translation>
        </message>
        <message>
            <source>± %1</source>
            <translation>± %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>CpuModels</name>
        <message>
            <source>%1 CPU models: ringed dots are %2</source>
            <translation>CPU は %1 機種: 輪の点は %2</translation>
        </message>
    </context>
    <context>
        <name>Deploy</name>
        <message>
            <source>The function has no name yet</source>
            <translation>関数の名前がまだありません</translation>
        </message>
        <message>
            <source>“%1” cannot be the name of a function</source>
            <translation>「%1」は関数の名前にできません</translation>
        </message>
        <message>
            <source>Give up to 64 letters, digits, hyphens and underscores</source>
            <translation>英数字、ハイフン、下線を 64 文字まで使ってください</translation>
        </message>
        <message>
            <source>There is no role yet</source>
            <translation>ロールがまだありません</translation>
        </message>
        <message>
            <source>“%1” is not the ARN of a role</source>
            <translation>「%1」はロールの ARN ではありません</translation>
        </message>
        <message>
            <source>Give one such as arn:aws:iam::123456789012:role/tierscope</source>
            <translation>arn:aws:iam::123456789012:role/tierscope のように指定してください</translation>
        </message>
        <message>
            <source>%1 MB is not a memory tier of Lambda</source>
            <translation>%1 MB は Lambda のメモリサイズではありません</translation>
        </message>
        <message>
            <source>Give a size from %1 to %2 MB</source>
            <translation>%1 から %2 MB までのサイズを指定してください</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>Choose a place that you may write to, or ask for the right.</source>
            <translation>書き込める場所を選ぶか、権限をもらってください。</translation>
        </message>
        <message>
            <source>See whether the disk is full and whether the folder can be written to.</source>
            <translation>ディスクの空きと、フォルダーに書き込めるかを確かめてください。</translation>
        </message>
        <message>
            <source>Put the file aside and try again.</source>
            <translation>ファイルをよけて、もう一度試してください。</translation>
        </message>
        <message>
            <source>Wait a moment and try again.</source>
            <translation>少し待って、もう一度試してください。</translation>
        </message>
        <message>
            <source>Take a larger memory tier or fewer processes at once.</source>
            <translation>大きいメモリサイズにするか、同時プロセス数を減らしてください。</translation>
        </message>
        <message>
            <source>Give it more time or less to do.</source>
            <translation>時間を増やすか、処理を減らしてください。</translation>
        </message>
        <message>
            <source>What was measured is saved. Try again, and report it if it comes back.</source>
            <translation>測定済みの値は保存されています。もう一度試し、繰り返すなら報告してください。</translation>
        </message>
        <message>
            <source>This cannot be used</source>
            <translation>これは使えません</translation>
        </message>
        <message>
            <source>Something is missing</source>
            <translation>足りないものがあります</translation>
        </message>
        <message>
            <source>Not allowed</source>
            <translation>許可されていません</translation>
        </message>
        <message>
            <source>This computer cannot do it</source>
            <translation>このコンピューターではできません</translation>
        </message>
        <message>
            <source>Reading or writing failed</source>
            <translation>読み書きに失敗しました</translation>
        </message>
        <message>
            <source>The data cannot be read</source>
            <translation>データを読めません</translation>
        </message>
        <message>
            <source>Somebody else holds it</source>
            <translation>ほかで使われています</translation>
        </message>
        <message>
            <source>A process failed</source>
            <translation>プロセスが失敗しました</translation>
        </message>
        <message>
            <source>There was not enough memory</source>
            <translation>メモリが足りませんでした</translation>
        </message>
        <message>
            <source>It took too long</source>
            <translation>時間がかかりすぎました</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>A fault of Tierscope</source>
            <translation>Tierscope の不具合です</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>one sentence after the other</comment>
            <translation>%1%2</translation>
        </message>
        <message>
            <source>Worth knowing: %1</source>
            <translation>お知らせ: %1</translation>
        </message>
        <message>
            <source>Start Tierscope with another place for the database: --database FILE.</source>
            <translation>別の場所のデータベースを指定して起動してください（--database ファイル）。</translation>
        </message>
        <message>
            <source>the folder %1 for the database cannot be made (%2).</source>
            <translation>データベース用のフォルダー %1 を作れません（%2）。</translation>
        </message>
        <message>
            <source>the database %1 is a folder.</source>
            <translation>データベース %1 はフォルダーです。</translation>
        </message>
        <message>
            <source>the disk with the database %1 is full.</source>
            <translation>データベース %1 のあるディスクがいっぱいです。</translation>
        </message>
        <message>
            <source>Free space and try again.</source>
            <translation>空きを作って、もう一度試してください。</translation>
        </message>
        <message>
            <source>the database %1 cannot be read or written.</source>
            <translation>データベース %1 を読み書きできません。</translation>
        </message>
        <message>
            <source>See whether the disk is sound and has space, and try again.</source>
            <translation>ディスクに異常がなく空きがあることを確かめて、もう一度試してください。</translation>
        </message>
        <message>
            <source>another program holds the database %1.</source>
            <translation>データベース %1 をほかのプログラムが使っています。</translation>
        </message>
        <message>
            <source>Close that program and try again.</source>
            <translation>そのプログラムを閉じて、もう一度試してください。</translation>
        </message>
        <message>
            <source>the database %1 or its folder cannot be written.</source>
            <translation>データベース %1 またはそのフォルダーに書き込めません。</translation>
        </message>
        <message>
            <source>Make both writable, or start Tierscope with another place: --database FILE.</source>
            <translation>どちらも書き込めるようにするか、別の場所を指定して起動してください（--database ファイル）。</translation>
        </message>
        <message>
            <source>the experiment is too large for the memory (database %1).</source>
            <translation>実験が大きすぎてメモリに収まりません（データベース %1）。</translation>
        </message>
        <message>
            <source>Take fewer tasks.</source>
            <translation>タスクを減らしてください。</translation>
        </message>
        <message>
            <source>the database %1 fails (%2).</source>
            <translation>データベース %1 でエラーが起きました（%2）。</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>もう一度試してください。</translation>
        </message>
        <message>
            <source>%1 is damaged, or no database of Tierscope.</source>
            <translation>%1 は壊れているか、Tierscope のデータベースではありません。</translation>
        </message>
        <message>
            <source>Move the file away and try again.</source>
            <translation>ファイルを別の場所に移して、もう一度試してください。</translation>
        </message>
        <message>
            <source>the database %1 was written by a later version of Tierscope.</source>
            <translation>データベース %1 は新しい版の Tierscope で書かれています。</translation>
        </message>
        <message>
            <source>Update Tierscope.</source>
            <translation>Tierscope を更新してください。</translation>
        </message>
        <message>
            <source>%1 is the database of another program.</source>
            <translation>%1 はほかのプログラムのデータベースです。</translation>
        </message>
        <message>
            <source>%1 cannot be written (%2).</source>
            <translation>%1 に書き込めません（%2）。</translation>
        </message>
        <message>
            <source>Choose another place.</source>
            <translation>別の場所を選んでください。</translation>
        </message>
        <message>
            <source>tierscope-runner is not in %1, where this program is.</source>
            <translation>このプログラムのある %1 に tierscope-runner がありません。</translation>
        </message>
        <message>
            <source>Build or install Tierscope whole.</source>
            <translation>Tierscope 全体をビルドまたはインストールしてください。</translation>
        </message>
        <message>
            <source>tierscope_runner.py is not installed.</source>
            <translation>tierscope_runner.py がインストールされていません。</translation>
        </message>
        <message>
            <source>python3 is not found.</source>
            <translation>python3 が見つかりません。</translation>
        </message>
        <message>
            <source>Install Python 3.9 or later.</source>
            <translation>Python 3.9 以降をインストールしてください。</translation>
        </message>
        <message>
            <source>no cgroup can be used here, so tiers are held by stopping and continuing the processes, a few percent less exact.</source>
            <translation>ここでは cgroup を使えないため、プロセスの停止と再開でサイズを再現します。精度は数パーセント下がります。</translation>
        </message>
        <message>
            <source>tierscope-cli doctor says what is missing.</source>
            <translation>足りないものは tierscope-cli doctor でわかります。</translation>
        </message>
        <message>
            <source>the trial of one task failed: %1.</source>
            <translation>タスク 1 個の試し実行に失敗しました: %1。</translation>
        </message>
        <message>
            <source>The time left is not known until runs have finished.</source>
            <translation>残り時間は、実行がいくつか終わるまでわかりません。</translation>
        </message>
        <message>
            <source>the runner&apos;s guard did not start.</source>
            <translation>ランナーの見張りが起動しませんでした。</translation>
        </message>
        <message>
            <source>%1 cannot be started (%2).</source>
            <translation>%1 を起動できません（%2）。</translation>
        </message>
        <message>
            <source>experiment %1 is no longer in the database.</source>
            <translation>実験 %1 はもうデータベースにありません。</translation>
        </message>
        <message>
            <source>experiment %1 is being measured by process %2.</source>
            <translation>実験 %1 はプロセス %2 が計測中です。</translation>
        </message>
        <message>
            <source>Wait for it to end, or stop it there.</source>
            <translation>終わるのを待つか、そちらで停止してください。</translation>
        </message>
        <message>
            <source>experiment %1 was imported and cannot be resumed.</source>
            <translation>実験 %1 は取り込んだものなので再開できません。</translation>
        </message>
        <message>
            <source>Duplicate it and run it anew.</source>
            <translation>複製して、新しく実行してください。</translation>
        </message>
        <message>
            <source>experiment %1 in the database is damaged.</source>
            <translation>データベースの実験 %1 は壊れています。</translation>
        </message>
        <message>
            <source>Delete it; the others are not affected.</source>
            <translation>削除してください。ほかの実験に影響はありません。</translation>
        </message>
    </context>
    <context>
        <name>Experiment</name>
        <message>
            <source>Published measurements from AWS Lambda, to start with.</source>
            <translation>はじめに、AWS Lambda で公表された測定値です。</translation>
        </message>
        <message>
            <source>Running the tasks in parallel pays off from %1; at %2 it is %3× as fast as one after the other.</source>
            <translation>並列実行は %1 から有利になり、%2 では逐次実行の %3 倍の速さです。</translation>
        </message>
        <message>
            <source>Press Run to measure this computer.</source>
            <translation>「実行」を押すと、このコンピューターで測定します。</translation>
        </message>
        <message>
            <source>measured on this computer with %1</source>
            <translation>このコンピューター（%1）で測定</translation>
        </message>
        <message>
            <source>limited by %1</source>
            <translation>制限方法: %1</translation>
        </message>
        <message>
            <source>tiers with more vCPUs dilated up to ×%1</source>
            <translation>vCPU の多いサイズは時間を最大 %1 倍に伸長</translation>
        </message>
        <message>
            <source>This is what was published from AWS Lambda: up to about %1 a second process gains nothing, and at %2 running %3 at once is %4× as fast as one after the other.</source>
            <translation>AWS Lambda で公表された結果です。約 %1 までは 2 つ目のプロセスに効果はなく、%2 では同時に %3 個で逐次の %4 倍の速さになります。</translation>
        </message>
        <message>
            <source>Payloads of your own</source>
            <translation>独自のペイロード</translation>
        </message>
        <message>
            <source>measured on AWS Lambda, function %1</source>
            <translation>AWS Lambda の関数 %1 で測定</translation>
        </message>
        <message>
            <source>measured on AWS Lambda in %1, function %2</source>
            <translation>AWS Lambda（%1）の関数 %2 で測定</translation>
        </message>
    </context>
    <context>
        <name>Failure</name>
        <message>
            <source>%1 (%2)</source>
            <comment>signal 9 (SIGKILL)</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>exit code 3: what the program said</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>out of memory at %1 MB</source>
            <translation>%1 MB でメモリ不足</translation>
        </message>
        <message>
            <source>killed by signal %1</source>
            <translation>シグナル %1 で強制終了</translation>
        </message>
        <message>
            <source>exit code %1</source>
            <translation>終了コード %1</translation>
        </message>
        <message>
            <source>timed out after %1</source>
            <translation>%1 で時間切れ</translation>
        </message>
        <message>
            <source>the run timed out after %1</source>
            <translation>実行全体が %1 で時間切れ</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>cannot be started</source>
            <translation>起動できません</translation>
        </message>
        <message>
            <source>not enough memory for the task</source>
            <translation>タスクに必要なメモリがありません</translation>
        </message>
        <message>
            <source>its process ended before it answered</source>
            <translation>応答する前にプロセスが終了</translation>
        </message>
        <message>
            <source>the runner did not keep its time limit and was killed</source>
            <translation>ランナーが制限時間を守らなかったため強制終了</translation>
        </message>
        <message>
            <source>the runner was killed by signal %1</source>
            <translation>ランナーがシグナル %1 で強制終了</translation>
        </message>
        <message>
            <source>the runner ended with exit code %1</source>
            <translation>ランナーが終了コード %1 で終了</translation>
        </message>
        <message>
            <source>not started: %1</source>
            <translation>開始前: %1</translation>
        </message>
        <message>
            <source>task %1: %2</source>
            <translation>タスク %1: %2</translation>
        </message>
        <message>
            <source>%1 (%2 tasks failed)</source>
            <translation>%1（失敗したタスク %2 個）</translation>
        </message>
        <message>
            <source>the function raised %1</source>
            <translation>関数が %1 を送出</translation>
        </message>
        <message>
            <source>the function failed without saying why</source>
            <translation>関数が理由を示さずに失敗</translation>
        </message>
        <message>
            <source>the function failed: %1</source>
            <translation>関数が失敗: %1</translation>
        </message>
        <message>
            <source>the function&apos;s process exited: %1</source>
            <translation>関数のプロセスが終了: %1</translation>
        </message>
        <message>
            <source>timed out after %1: the function&apos;s own time limit</source>
            <translation>%1 で時間切れ（関数自体の制限時間）</translation>
        </message>
        <message>
            <source>timed out: the function&apos;s own time limit</source>
            <translation>時間切れ（関数自体の制限時間）</translation>
        </message>
        <message>
            <source>the function&apos;s answer is not that of Tierscope&apos;s function: %1</source>
            <translation>応答が Tierscope の関数のものではない: %1</translation>
        </message>
        <message>
            <source>the function had %1 MB: somebody else has changed it</source>
            <translation>関数のメモリが %1 MB だった（ほかの人が変更）</translation>
        </message>
        <message>
            <source>the function did not start anew, so that this is no cold start</source>
            <translation>関数が新しく起動しなかったため、コールドスタートではない</translation>
        </message>
        <message>
            <source>Lambda&apos;s log has no REPORT line, so that there is no time; set the function&apos;s system log level to INFO</source>
            <translation>Lambda のログに REPORT 行がなく、時間がわからない。関数のシステムログレベルを INFO にしてください</translation>
        </message>
        <message>
            <source>AWS Lambda answers: %1</source>
            <translation>AWS Lambda の応答: %1</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
    </context>
    <context>
        <name>FileChooser</name>
        <message>
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message>
            <source>Fastest</source>
            <translation>最速</translation>
        </message>
        <message>
            <source>Cheapest</source>
            <translation>最安</translation>
        </message>
        <message>
            <source>Break-even</source>
            <translation>分岐点</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>%1 without a limit</source>
            <translation>%1（制限なし）</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <translation>%2 で%1</translation>
        </message>
        <message>
            <source>%1 with %2 at once, without a limit</source>
            <translation>%1、同時 %2（制限なし）</translation>
        </message>
        <message>
            <source>%1 with %2 at once at %3</source>
            <translation>%3 で%1、同時 %2</translation>
        </message>
        <message>
            <source>%1×</source>
            <translation>%1 倍</translation>
        </message>
        <message>
            <source>%1 GB-seconds, %2. It is the fastest too.</source>
            <translation>%1 GB 秒、%2。最速でもあります。</translation>
        </message>
        <message>
            <source>%1 GB-seconds, %2. The fastest takes %3 GB-seconds.</source>
            <translation>%1 GB 秒、%2。最速のものは %3 GB 秒です。</translation>
        </message>
        <message>
            <source>%1 as fast as the slowest: %2, %3.</source>
            <translation>最も遅いもの（%2、%3）の %1の速さ。</translation>
        </message>
        <message>
            <source>%1 against %2 one after the other there, %3 as fast.</source>
            <translation>そのサイズで %1、逐次は %2 で、その %3の速さ。</translation>
        </message>
        <message>
            <source>Its best is %1: %2 against %3 one after the other.</source>
            <translation>最もよいのは %1で %2、逐次は %3。</translation>
        </message>
        <message>
            <source>They are not counted. The first is %1; the table says why.</source>
            <translation>数に入れていません。最初は %1。理由は表にあります。</translation>
        </message>
        <message>
            <source>Parallel wins</source>
            <translation>並列が有利</translation>
        </message>
        <message>
            <source>Parallel wins from %1</source>
            <translation>%1 から並列が有利</translation>
        </message>
        <message>
            <source>%1 · %2 × %3</source>
            <translation>%1 · %2 × %3</translation>
        </message>
        <message>
            <source>Parallel never wins</source>
            <translation>並列は有利にならない</translation>
        </message>
        <message>
            <source>It is not counted: %1. The table says why.</source>
            <translation>数に入れていません: %1。理由は表にあります。</translation>
        </message>
        <message>
            <source>Best balance</source>
            <translation>バランス最良</translation>
        </message>
        <message>
            <source>Knee</source>
            <translation>頭打ちの点</translation>
        </message>
        <message>
            <source>Serial part</source>
            <translation>逐次部分</translation>
        </message>
        <message>
            <source>Outliers</source>
            <translation>外れ値</translation>
        </message>
        <message>
            <source>Cold starts</source>
            <translation>コールドスタート</translation>
        </message>
        <message>
            <source>Drift</source>
            <translation>ドリフト</translation>
        </message>
        <message>
            <source>Largest loss</source>
            <translation>最大の損失</translation>
        </message>
        <message>
            <source>starting processes</source>
            <translation>プロセスの起動</translation>
        </message>
        <message>
            <source>contention</source>
            <translation>競合</translation>
        </message>
        <message>
            <source>idle slots</source>
            <translation>空きスロット</translation>
        </message>
        <message>
            <source>scheduling</source>
            <translation>スケジューリング</translation>
        </message>
        <message>
            <source>throttled</source>
            <translation>抑制</translation>
        </message>
        <message>
            <source>A higher tier gives more CPU.</source>
            <translation>大きいサイズなら CPU が増えます。</translation>
        </message>
        <message>
            <source>A higher tier gives more CPU, and one at a time costs nothing here.</source>
            <translation>大きいサイズなら CPU が増えます。ここでは 1 つずつ実行しても遅くなりません。</translation>
        </message>
        <message>
            <source>A higher tier gives more CPU, and %1 at once cost nothing here.</source>
            <translation>大きいサイズなら CPU が増えます。ここでは同時に %1 つに減らしても遅くなりません。</translation>
        </message>
        <message>
            <source>No tier gives more CPU: give the tasks less to do, or spread them over more invocations.</source>
            <translation>これ以上 CPU の多いサイズはありません。タスクの仕事を減らすか、呼び出しを増やして分散してください。</translation>
        </message>
        <message>
            <source>There are %1 vCPUs: no more at once than that.</source>
            <translation>vCPU は %1 個です。同時実行数をそれ以下にしてください。</translation>
        </message>
        <message>
            <source>Close other programs, and try fewer at once: they share caches and memory.</source>
            <translation>ほかのプログラムを閉じ、同時実行数を減らしてみてください。キャッシュとメモリを共有しています。</translation>
        </message>
        <message>
            <source>Close other programs and measure again.</source>
            <translation>ほかのプログラムを閉じて測り直してください。</translation>
        </message>
        <message>
            <source>The mode pool reuses processes, and larger tasks need fewer.</source>
            <translation>プールモードはプロセスを再利用します。タスクを大きくすればプロセスが減ります。</translation>
        </message>
        <message>
            <source>Give each task more to do.</source>
            <translation>1 つのタスクの仕事を増やしてください。</translation>
        </message>
        <message>
            <source>More and smaller tasks fill the last wave.</source>
            <translation>タスクを小さく分けて増やすと、最後の回の空きが埋まります。</translation>
        </message>
        <message>
            <source>Split the work into at least %1 tasks, or take a smaller tier.</source>
            <translation>仕事を %1 個以上のタスクに分けるか、小さいサイズを選んでください。</translation>
        </message>
        <message>
            <source>Of the fastest, %1. %2</source>
            <translation>最速の%1 でのものです。%2</translation>
        </message>
        <message>
            <source>%1 of %2: %3</source>
            <translation>%2 のうち %1: %3</translation>
        </message>
        <message>
            <source>Certainty</source>
            <translation>確かさ</translation>
        </message>
        <message>
            <source> An estimate: this computer's seconds are taken for Lambda's.</source>
            <translation> 見積もり: このコンピューターの秒数を Lambda のものとみなしています。</translation>
        </message>
        <message>
            <source>%1 a million runs, %2 in %3. It is the fastest too.</source>
            <translation>100 万回で %1、%2、%3。最速でもあります。</translation>
        </message>
        <message>
            <source>%1 a million runs, %2 in %3. The fastest costs %4.</source>
            <translation>100 万回で %1、%2、%3。最速のものは %4 です。</translation>
        </message>
        <message>
            <source>Twice as fast is worth twice the price here. It is the cheapest too.</source>
            <translation>2 倍の速さに 2 倍の価格の価値があるとみなします。最安でもあります。</translation>
        </message>
        <message>
            <source>%1 as fast as the cheapest at %2 its price, where twice as fast is worth twice the price.</source>
            <translation>最安のものの %2 の価格で %1 の速さ。2 倍の速さに 2 倍の価格の価値があるとみなします。</translation>
        </message>
        <message>
            <source> Its samples (95 %) leave %1 and up, or nowhere.</source>
            <translation> サンプルから（95 %）、%1 以上、またはどこでも有利にならない可能性があります。</translation>
        </message>
        <message>
            <source> Its samples (95 %) leave no other tier.</source>
            <translation> サンプルから（95 %）、ほかのサイズは考えられません。</translation>
        </message>
        <message>
            <source> Its samples (95 %) leave %1 to %2.</source>
            <translation> サンプルから（95 %）、%1 から %2 の間です。</translation>
        </message>
        <message>
            <source> %1 takes %2, which cannot be told from it, and costs less.</source>
            <translation> %1は %2 で、差があるとは言えず、より安価です。</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Amdahl's law, fitted over %1, finds no serial part.</source>
            <translation>%1に当てはめたアムダールの法則では、逐次部分は見つかりません。</translation>
        </message>
        <message>
            <source>Amdahl's law, fitted over %1: no number of vCPUs makes it more than %2 as fast.</source>
            <translation>%1に当てはめたアムダールの法則では、vCPU をいくら増やしても %2 の速さが限度です。</translation>
        </message>
        <message>
            <source>1 tier</source>
            <translation>1 サイズ</translation>
        </message>
        <message>
            <source>%1 tiers</source>
            <translation>%1 サイズ</translation>
        </message>
        <message>
            <source>Up to there more memory pays in speed. The step to %1 makes it %2 as fast for %3 the memory.</source>
            <translation>そこまではメモリを増やすだけ速くなります。%1 にすると、メモリは %3、速さは %2 です。</translation>
        </message>
        <message>
            <source>They lie apart from the others and are counted all the same. The first is %1.</source>
            <translation>ほかから離れていますが、数に入れています。最初は %1。</translation>
        </message>
        <message>
            <source>They are kept apart from the warm runs. The first is %1.</source>
            <translation>ウォームな実行とは分けています。最初は %1。</translation>
        </message>
        <message>
            <source>The last runs differ from the first by so much. Close other programs, let the computer cool and keep it on mains, then measure again.</source>
            <translation>最後の実行は最初とこれだけ違います。ほかのプログラムを閉じ、コンピューターを冷まし、電源につないで、もう一度測定してください。</translation>
        </message>
        <message>
            <source>Differences may be chance: %1 rests on so few. Set Repeats to at least %2.</source>
            <translation>差は偶然かもしれません: %1 の実行がこれだけです。繰り返しを %2 以上にしてください。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>%1 slower</source>
            <translation>%1 遅く</translation>
        </message>
        <message>
            <source>%1 faster</source>
            <translation>%1 速く</translation>
        </message>
        <message>
            <source>Only %1 each</source>
            <translation>各 %1 のみ</translation>
        </message>
        <message>
            <source>%1 of CPU a task</source>
            <translation>1 タスクあたり CPU %1</translation>
        </message>
        <message>
            <source>%1 to start a process</source>
            <translation>プロセスの起動に %1</translation>
        </message>
        <message>
            <source>%1 more for each further busy vCPU</source>
            <translation>使用中の vCPU が 1 つ増えるごとに %1 増</translation>
        </message>
        <message>
            <source>%1. Fitted to %2 different runs.</source>
            <translation>%1。%2 種類の実行に合わせています。</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>off by %1 on average</source>
            <translation>平均誤差 %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 is the fastest</source>
            <translation>%1 が最速</translation>
        </message>
        <message>
            <source>%1 is the cheapest</source>
            <translation>%1 が最安</translation>
        </message>
        <message>
            <source>%1 is the knee</source>
            <translation>%1 が頭打ちの点</translation>
        </message>
        <message>
            <source>%1: all are measured.</source>
            <translation>%1です。すべて測定しました。</translation>
        </message>
        <message>
            <source>%1, over 99 % sure.</source>
            <translation>%1です（確かさ 99 % 超）。</translation>
        </message>
        <message>
            <source>%1, %2 % sure.</source>
            <translation>%1です（確かさ %2 %）。</translation>
        </message>
        <message>
            <source>A full sweep would have measured %1 tiers.</source>
            <translation>すべて測定すると %1 サイズでした。</translation>
        </message>
        <message>
            <source>A full sweep measures %1 tiers.</source>
            <translation>すべて測定すると %1 サイズです。</translation>
        </message>
        <message>
            <source>Adaptive sweep</source>
            <translation>適応的な測定</translation>
        </message>
        <message>
            <source>%1 of %2 tiers</source>
            <translation>%2 サイズ中 %1 サイズ</translation>
        </message>
    </context>
    <context>
        <name>FormText</name>
        <message>
            <source>%1 is out of range</source>
            <translation>%1 は範囲外です</translation>
        </message>
        <message>
            <source>A number is missing</source>
            <translation>数値がありません</translation>
        </message>
        <message>
            <source>“%1” is not a whole number</source>
            <translation>「%1」は整数ではありません</translation>
        </message>
        <message>
            <source>Give a number from %1 to %2</source>
            <translation>%1 から %2 までの数を指定してください</translation>
        </message>
        <message>
            <source>There is no command yet</source>
            <translation>コマンドがまだありません</translation>
        </message>
        <message>
            <source>Type a program and its arguments, such as gzip -k big.log</source>
            <translation>gzip -k big.log のように、プログラムと引数を入力してください</translation>
        </message>
        <message>
            <source>There is no module yet</source>
            <translation>モジュールがまだありません</translation>
        </message>
        <message>
            <source>Type its name as in an import, such as images.thumbnails</source>
            <translation>images.thumbnails のように、import と同じ名前を入力してください</translation>
        </message>
        <message>
            <source>There is no function yet</source>
            <translation>関数がまだありません</translation>
        </message>
        <message>
            <source>Type the name of a function of the module</source>
            <translation>モジュールの関数名を入力してください</translation>
        </message>
        <message>
            <source>There is no memory tier yet</source>
            <translation>メモリサイズがまだありません</translation>
        </message>
        <message>
            <source>Type sizes in MB such as 128, 512, 1024, or press No limit</source>
            <translation>128, 512, 1024 のように MB で入力するか、「制限なし」を押してください</translation>
        </message>
        <message>
            <source>Any whole number will do: the same one gives the same order</source>
            <translation>どの整数でもかまいません。同じ数なら同じ順序になります</translation>
        </message>
        <message>
            <source>A median is never sure to ± 0 %</source>
            <translation>中央値が ±0 % まで確かになることはありません</translation>
        </message>
        <message>
            <source>Give a number from %1 to %2, or switch it off</source>
            <translation>%1〜%2 の数を入力するか、オフにしてください</translation>
        </message>
    </context>
    <context>
        <name>Functions</name>
        <message>
            <source>Looking for functions…</source>
            <translation>関数を調べています…</translation>
        </message>
        <message>
            <source>There is no function in %1 yet. Deploy Tierscope&apos;s own, or choose another region.</source>
            <translation>%1 に関数はまだありません。Tierscope の関数をデプロイするか、別のリージョンを選んでください。</translation>
        </message>
        <message>
            <source>1 function in %1</source>
            <translation>%1 に関数が 1 個あります</translation>
        </message>
        <message>
            <source>%1 functions in %2</source>
            <translation>%2 に関数が %1 個あります</translation>
        </message>
        <message>
            <source>%1 now</source>
            <translation>現在 %1</translation>
        </message>
        <message>
            <source>container image</source>
            <translation>コンテナイメージ</translation>
        </message>
        <message>
            <source>time limit %1</source>
            <translation>制限時間 %1</translation>
        </message>
    </context>
    <context>
        <name>Glossary</name>
        <message>
            <source>Visible vCPU</source>
            <translation>見える vCPU</translation>
        </message>
        <message>
            <source>Credit vCPU</source>
            <translation>割り当て vCPU</translation>
        </message>
        <message>
            <source>Quota</source>
            <translation>クォータ</translation>
        </message>
        <message>
            <source>Throttled</source>
            <translation>抑制</translation>
        </message>
        <message>
            <source>Dilation</source>
            <translation>時間の伸長</translation>
        </message>
        <message>
            <source>Break-even</source>
            <translation>分岐点</translation>
        </message>
        <message>
            <source>Speed-up</source>
            <translation>速度向上</translation>
        </message>
        <message>
            <source>Efficiency</source>
            <translation>効率</translation>
        </message>
        <message>
            <source>Processes at once</source>
            <translation>同時プロセス数</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>ばらつき</translation>
        </message>
        <message>
            <source>The processors that a function sees: 2 up to 3008 MB and 6 at 10240 MB. How much of them it may use is another matter: that is its credit.</source>
            <translation>関数から見えるプロセッサーの数です。3008 MB までは 2 個、10240 MB では 6 個。そのうちどれだけ使えるかは別で、それが割り当て（クレジット）です。</translation>
        </message>
        <message>
            <source>The CPU time that a memory tier may use in each second: its memory divided by %1 MB. Below that size it is less than one processor, and a second process cannot help.</source>
            <translation>そのメモリサイズが 1 秒あたりに使える CPU 時間で、メモリ ÷ %1 MB です。それより小さいと 1 プロセッサーに満たず、2 つ目のプロセスは役に立ちません。</translation>
        </message>
        <message>
            <source>How much CPU time a tier gets in each 20 ms. When it is used up, everything waits for the next 20 ms.</source>
            <translation>20 ミリ秒ごとに使える CPU 時間です。使い切ると、次の 20 ミリ秒まで全体が待ちます。</translation>
        </message>
        <message>
            <source>Time in which processes could have computed but had to wait, because the tier&apos;s quota was used up.</source>
            <translation>計算できたはずなのに、クォータを使い切って待たされた時間です。</translation>
        </message>
        <message>
            <source>Where a tier has more vCPUs than this computer, everything runs slower by the same factor, and the times shown are divided by it. ×3 means that a run takes three times as long as it says.</source>
            <translation>このコンピューターより vCPU の多いサイズでは、全体を同じ倍率で遅くして実行し、表示する時間はその倍率で割ります。×3 なら、実際には表示の 3 倍の時間がかかります。</translation>
        </message>
        <message>
            <source>The smallest memory tier from which running tasks in parallel stays faster than one after the other.</source>
            <translation>ここから上では、並列実行が逐次実行より速いままになる、最小のメモリサイズです。</translation>
        </message>
        <message>
            <source>How many times as fast parallel is as one task after the other in the same tier. 2× means half the time.</source>
            <translation>同じサイズで、並列が逐次の何倍速いかです。2 倍なら時間は半分です。</translation>
        </message>
        <message>
            <source>Speed-up divided by the number of processes at once: 100 % means that every process counted in full.</source>
            <translation>速度向上 ÷ 同時プロセス数です。100 % なら、どのプロセスも完全に活きています。</translation>
        </message>
        <message>
            <source>How many tasks may run at the same time, a process each. More than there are vCPUs only makes them wait for each other.</source>
            <translation>同時に実行してよいタスクの数（1 つに 1 プロセス）です。vCPU より多くしても、互いに待つだけです。</translation>
        </message>
        <message>
            <source>How far repeated runs lie from their median, as their median distance from it. More repeats make the median surer, and show the spread.</source>
            <translation>繰り返した値が中央値からどれだけ離れているか（距離の中央値）です。繰り返しを増やすと中央値が確かになり、ばらつきも見えます。</translation>
        </message>
        <message>
            <source>GB-second</source>
            <translation>GB 秒</translation>
        </message>
        <message>
            <source>What AWS Lambda charges for: the tier&apos;s memory in GB times the seconds of a run. A larger tier costs more by the second, and less in all where it is faster by more.</source>
            <translation>AWS Lambda の課金単位で、メモリ（GB）と実行時間（秒）の積です。大きいサイズほど 1 秒あたりは高くなりますが、それ以上に速くなれば合計は安くなります。</translation>
        </message>
        <message>
            <source>Performance model</source>
            <translation>性能モデル</translation>
        </message>
        <message>
            <source>A simulation of the tasks under a tier's quota, fitted to the measured runs: the CPU time of a task, of starting a process, and how much busy vCPUs slow each other. It says how long a run takes in tiers that were not measured.</source>
            <translation>メモリサイズの割り当てのもとでタスクを模擬し、測定した実行に合わせたものです。タスクの CPU 時間、プロセスの起動にかかる時間、使用中の vCPU が互いをどれだけ遅くするかを求め、測定していないサイズでの所要時間も示します。</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Run the experiment of the form</source>
            <translation>入力した実験を実行</translation>
        </message>
        <message>
            <source>Stop the run; what was measured is kept</source>
            <translation>実行を止める（測定済みの値は残ります）</translation>
        </message>
        <message>
            <source>Rename the experiment that is shown, or in the history the selected one</source>
            <translation>表示中の実験、または履歴で選んだ実験の名前を変える</translation>
        </message>
        <message>
            <source>Export what is shown</source>
            <translation>表示中のものを書き出す</translation>
        </message>
        <message>
            <source>The tab before, the next tab</source>
            <translation>前のタブ、次のタブ</translation>
        </message>
        <message>
            <source>In the history: open</source>
            <translation>履歴で: 開く</translation>
        </message>
        <message>
            <source>In the history: lay over the chart</source>
            <translation>履歴で: グラフに重ねる</translation>
        </message>
        <message>
            <source>In the history: put what it measures into the form</source>
            <translation>履歴で: 設定を入力欄に写す</translation>
        </message>
        <message>
            <source>In the history: delete</source>
            <translation>履歴で: 削除</translation>
        </message>
        <message>
            <source>Bring back what was deleted last</source>
            <translation>最後に削除したものを戻す</translation>
        </message>
        <message>
            <source>The next field, the field before</source>
            <translation>次の項目、前の項目</translation>
        </message>
        <message>
            <source>These keys</source>
            <translation>このキー一覧</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>キーボード</translation>
        </message>
        <message>
            <source>About Tierscope</source>
            <translation>Tierscope について</translation>
        </message>
        <message>
            <source>Which AWS Lambda memory tier, and how many processes at once? Measures it on this computer and charts it.</source>
            <translation>AWS Lambda のどのメモリサイズで、いくつのプロセスを同時に？ このコンピューターで測り、グラフにします。</translation>
        </message>
        <message>
            <source>Version %1, with Qt %2</source>
            <translation>バージョン %1（Qt %2）</translation>
        </message>
        <message>
            <source>Copyright 2026 the Tierscope authors. Free software under the MIT licence, without any warranty.</source>
            <translation>Copyright 2026 Tierscope の作者一同。MIT ライセンスの自由ソフトウェアで、無保証です。</translation>
        </message>
        <message>
            <source>In the timeline: closer, further away, the whole run</source>
            <translation>タイムラインで: 拡大、縮小、全体を表示</translation>
        </message>
    </context>
    <context>
        <name>LambdaNote</name>
        <message>
            <source>%1 and %2</source>
            <translation>%1、%2</translation>
        </message>
        <message>
            <source>1 invocation</source>
            <translation>呼び出し 1 回</translation>
        </message>
        <message>
            <source>%1 invocations</source>
            <translation>呼び出し %1 回</translation>
        </message>
        <message>
            <source>About %1, if its CPUs are as fast as this computer&apos;s.</source>
            <translation>CPU がこのコンピューターと同じ速さなら、約 %1。</translation>
        </message>
        <message>
            <source>How long one takes is not known yet.</source>
            <translation>1 回にかかる時間は、まだわかりません。</translation>
        </message>
        <message>
            <source>At most %1, by its time limit.</source>
            <translation>関数の制限時間から、最大 %1。</translation>
        </message>
        <message>
            <source>The price is unknown for %1.</source>
            <translation>%1 の料金はわかりません。</translation>
        </message>
        <message>
            <source>Nothing is changed.</source>
            <translation>何も変更しません。</translation>
        </message>
        <message>
            <source>Run asks before anything is changed.</source>
            <translation>変更の前に「実行」で確認します。</translation>
        </message>
        <message>
            <source>At most %1 invocations</source>
            <translation>最大 %1 回の呼び出し</translation>
        </message>
        <message>
            <source>%1 to %2 invocations</source>
            <translation>%1〜%2 回の呼び出し</translation>
        </message>
    </context>
    <context>
        <name>ModelLines</name>
        <message>
            <source>Model, %1</source>
            <translation>モデル、%1</translation>
        </message>
        <message>
            <source>%1, 90 % within %2 to %3</source>
            <translation>%1（90 % は %2〜%3）</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <translation>%2 で %1</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2。</translation>
        </message>
        <message>
            <source>Outside of the measured tiers the model is extrapolated.</source>
            <translation>測定していないサイズでは、モデルは外挿です。</translation>
        </message>
    </context>
    <context>
        <name>PlanNote</name>
        <message>
            <source>×%1</source>
            <translation>×%1</translation>
        </message>
        <message>
            <source>×%1 to ×%2</source>
            <translation>×%1〜×%2</translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>約 %1</translation>
        </message>
        <message>
            <source>How long they take is known once a first task has been timed.</source>
            <translation>かかる時間は、最初のタスクを計ったあとにわかります。</translation>
        </message>
        <message>
            <source>Tiers with more vCPUs than the %1 here run dilated %2: that many times as slow.</source>
            <translation>ここの %1 個より vCPU の多いサイズは %2 に伸長し、その倍だけゆっくり実行します。</translation>
        </message>
        <message>
            <source>%1, reckoned from a short timing here.</source>
            <translation>%1。ここでの短い計測から見積もりました。</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>one sentence after the other</comment>
            <translation>%1%2</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1〜%2</translation>
        </message>
        <message>
            <source>At most %1</source>
            <translation>最大で%1</translation>
        </message>
        <message>
            <source>Repeats end once the median is sure to ± %1 %, at the latest after %2.</source>
            <translation>繰り返しは、中央値が ±%1 % まで確かになるか %2 回で終わります。</translation>
        </message>
        <message>
            <source>the fastest tier</source>
            <translation>最速のサイズ</translation>
        </message>
        <message>
            <source>the cheapest tier</source>
            <translation>最安のサイズ</translation>
        </message>
        <message>
            <source>the knee</source>
            <translation>頭打ちの点</translation>
        </message>
        <message>
            <source>Ends once %1 is known: a full sweep is %2 at %3 tiers.</source>
            <translation>%1が分かれば終わります。すべて測定すると %3 サイズ、%2です。</translation>
        </message>
    </context>
    <context>
        <name>Plot</name>
        <message>
            <source>1 vCPU of credit</source>
            <translation>1 vCPU 分の割り当て</translation>
        </message>
        <message>
            <source>Points appear here as runs finish.</source>
            <translation>実行が終わるごとに、ここに点が現れます。</translation>
        </message>
        <message>
            <source>with a dot: dilated, measured slower and told in the tier&apos;s time</source>
            <translation>点つき: 伸長して測定し、サイズの時間で表示</translation>
        </message>
        <message>
            <source>model</source>
            <translation>モデル</translation>
        </message>
        <message>
            <source>model, extrapolated</source>
            <translation>モデル（外挿）</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>Give a number from %1 to %2</source>
            <translation>%1 から %2 までの数を指定してください</translation>
        </message>
        <message>
            <source>The number of tasks cannot be %1</source>
            <translation>タスク数を %1 にはできません</translation>
        </message>
        <message>
            <source>The number of repeats cannot be %1</source>
            <translation>繰り返しを %1 にはできません</translation>
        </message>
        <message>
            <source>The number of warm-up runs cannot be %1</source>
            <translation>ウォームアップ回数を %1 にはできません</translation>
        </message>
        <message>
            <source>The number of processes at once cannot be %1</source>
            <translation>同時プロセス数を %1 にはできません</translation>
        </message>
        <message>
            <source>%1 is out of range</source>
            <translation>%1 は範囲外です</translation>
        </message>
        <message>
            <source>Give a JSON list such as [1, &quot;two&quot;]</source>
            <translation>[1, &quot;two&quot;] のような JSON の配列を指定してください</translation>
        </message>
        <message>
            <source>There is no built-in workload called “%1”</source>
            <translation>「%1」という組み込みの処理はありません</translation>
        </message>
        <message>
            <source>Choose one of the list</source>
            <translation>一覧から選んでください</translation>
        </message>
        <message>
            <source>The workload %1 has no parameter called “%2”</source>
            <translation>処理 %1 に「%2」という引数はありません</translation>
        </message>
        <message>
            <source>Choose the workload again</source>
            <translation>処理を選び直してください</translation>
        </message>
        <message>
            <source>The command has no program</source>
            <translation>コマンドにプログラムがありません</translation>
        </message>
        <message>
            <source>Type a program and its arguments, such as gzip -k big.log</source>
            <translation>gzip -k big.log のように、プログラムと引数を入力してください</translation>
        </message>
        <message>
            <source>The program&apos;s name holds bytes that are not text</source>
            <translation>プログラム名に文字でないバイトがあります</translation>
        </message>
        <message>
            <source>Give text without such bytes</source>
            <translation>そのようなバイトのない文字列にしてください</translation>
        </message>
        <message>
            <source>Argument %1 of the command holds bytes that are not text</source>
            <translation>コマンドの引数 %1 に文字でないバイトがあります</translation>
        </message>
        <message>
            <source>The program “%1” was not found on PATH</source>
            <translation>プログラム「%1」が PATH に見つかりません</translation>
        </message>
        <message>
            <source>Install it, correct its name, or give its full path</source>
            <translation>インストールするか、名前を直すか、フルパスで指定してください</translation>
        </message>
        <message>
            <source>The program “%1” does not exist</source>
            <translation>プログラム「%1」は存在しません</translation>
        </message>
        <message>
            <source>Correct its path</source>
            <translation>パスを直してください</translation>
        </message>
        <message>
            <source>“%1” is not a program that can be started</source>
            <translation>「%1」は起動できるプログラムではありません</translation>
        </message>
        <message>
            <source>Give an executable file, or make it one with chmod +x</source>
            <translation>実行可能なファイルを指定するか、chmod +x で実行可能にしてください</translation>
        </message>
        <message>
            <source>“%1” is not the name of a Python module</source>
            <translation>「%1」は Python モジュールの名前ではありません</translation>
        </message>
        <message>
            <source>Give a name such as work or package.work</source>
            <translation>work や package.work のような名前にしてください</translation>
        </message>
        <message>
            <source>“%1” is not the name of a Python function</source>
            <translation>「%1」は Python 関数の名前ではありません</translation>
        </message>
        <message>
            <source>Give a name such as resize</source>
            <translation>resize のような名前にしてください</translation>
        </message>
        <message>
            <source>The path of the folder holds bytes that are not text</source>
            <translation>フォルダーのパスに文字でないバイトがあります</translation>
        </message>
        <message>
            <source>Give the path of a folder</source>
            <translation>フォルダーのパスを指定してください</translation>
        </message>
        <message>
            <source>The folder “%1” does not exist</source>
            <translation>フォルダー「%1」は存在しません</translation>
        </message>
        <message>
            <source>Give the folder that holds the module</source>
            <translation>モジュールのあるフォルダーを指定してください</translation>
        </message>
        <message>
            <source>The arguments are not JSON</source>
            <translation>引数が JSON ではありません</translation>
        </message>
        <message>
            <source>The arguments are not a list</source>
            <translation>引数が配列ではありません</translation>
        </message>
        <message>
            <source>The arguments are nested too deep</source>
            <translation>引数の入れ子が深すぎます</translation>
        </message>
        <message>
            <source>Give a flatter list</source>
            <translation>入れ子の浅い配列にしてください</translation>
        </message>
        <message>
            <source>%1 MB is not a memory tier of Lambda</source>
            <translation>%1 MB は Lambda のメモリサイズではありません</translation>
        </message>
        <message>
            <source>Give sizes from %1 to %2 MB</source>
            <translation>%1 から %2 MB のサイズを指定してください</translation>
        </message>
        <message>
            <source>%1 MB is in the list more than once</source>
            <translation>%1 MB が一覧に 2 回以上あります</translation>
        </message>
        <message>
            <source>Name each tier once</source>
            <translation>各サイズは 1 回だけ書いてください</translation>
        </message>
        <message>
            <source>No way to run is chosen</source>
            <translation>実行方法が選ばれていません</translation>
        </message>
        <message>
            <source>Tick at least one of sequential, parallel and pool</source>
            <translation>逐次・並列・プールのどれかを選んでください</translation>
        </message>
        <message>
            <source>%1 is chosen more than once</source>
            <translation>%1 が 2 回以上選ばれています</translation>
        </message>
        <message>
            <source>Name each way to run once</source>
            <translation>各実行方法は 1 回だけ書いてください</translation>
        </message>
        <message>
            <source>A time limit cannot be negative</source>
            <translation>制限時間を負にはできません</translation>
        </message>
        <message>
            <source>Give seconds, or 0 for none</source>
            <translation>秒で指定するか、制限なしは 0 にしてください</translation>
        </message>
        <message>
            <source>That would be %1 runs</source>
            <translation>実行が %1 回になります</translation>
        </message>
        <message>
            <source>Take fewer tiers, processes at once or repeats; at most %1 runs</source>
            <translation>サイズ、同時プロセス数、繰り返しを減らして、%1 回以内にしてください</translation>
        </message>
        <message>
            <source>That would be %1 tasks in %2 runs</source>
            <translation>%2 回の実行でタスクが %1 個になります</translation>
        </message>
        <message>
            <source>Take fewer tasks, tiers or repeats; at most %1 tasks in all</source>
            <translation>タスク、サイズ、繰り返しを減らして、合計 %1 個以内にしてください</translation>
        </message>
        <message>
            <source>Lambda has tiers from %1 to %2 MB; give whole MB, or GB as in 2 GB</source>
            <translation>Lambda のサイズは %1〜%2 MB です。整数の MB か、2 GB のように GB で指定してください</translation>
        </message>
        <message>
            <source>The memory tier %1 is out of range</source>
            <translation>メモリサイズ %1 は範囲外です</translation>
        </message>
        <message>
            <source>No limit cannot stand beside memory tiers</source>
            <translation>「制限なし」とメモリサイズは一緒に使えません</translation>
        </message>
        <message>
            <source>Remove it, or remove the tiers</source>
            <translation>どちらかを取り除いてください</translation>
        </message>
        <message>
            <source>“%1” is not a memory tier</source>
            <translation>「%1」はメモリサイズではありません</translation>
        </message>
        <message>
            <source>The number of invocations at once cannot be %1</source>
            <translation>同時呼び出し数を %1 にはできません</translation>
        </message>
        <message>
            <source>The number of cold starts cannot be %1</source>
            <translation>コールドスタートの回数を %1 にはできません</translation>
        </message>
        <message>
            <source>The weight of a payload cannot be %1</source>
            <translation>ペイロードの重みを %1 にはできません</translation>
        </message>
        <message>
            <source>There is no function yet</source>
            <translation>Lambda 関数がまだありません</translation>
        </message>
        <message>
            <source>Choose one, type its name or ARN, or press Deploy</source>
            <translation>一覧から選ぶか、名前か ARN を入力するか、「デプロイ」を押してください</translation>
        </message>
        <message>
            <source>“%1” is not the name of a function</source>
            <translation>「%1」は関数の名前ではありません</translation>
        </message>
        <message>
            <source>Give a name such as thumbnails, or the function&apos;s ARN</source>
            <translation>thumbnails のような名前か、関数の ARN を指定してください</translation>
        </message>
        <message>
            <source>“%1” is not a region of AWS</source>
            <translation>「%1」は AWS のリージョンではありません</translation>
        </message>
        <message>
            <source>Give one such as eu-west-1</source>
            <translation>ap-northeast-1 のように指定してください</translation>
        </message>
        <message>
            <source>“%1” is not an address that can be used</source>
            <translation>「%1」は使えないアドレスです</translation>
        </message>
        <message>
            <source>Give https:// and a host; plain http:// is for this computer only</source>
            <translation>https:// とホスト名を指定してください。http:// はこのコンピューターにだけ使えます</translation>
        </message>
        <message>
            <source>“%1” is not a version or an alias</source>
            <translation>「%1」はバージョンでもエイリアスでもありません</translation>
        </message>
        <message>
            <source>Give a version&apos;s number, the name of an alias, or nothing</source>
            <translation>バージョンの番号かエイリアスの名前を指定するか、空にしてください</translation>
        </message>
        <message>
            <source>The memory of version or alias “%1” cannot be changed</source>
            <translation>バージョンまたはエイリアス「%1」のメモリは変更できません</translation>
        </message>
        <message>
            <source>Leave the version empty, or press No limit at the tiers to measure it as it is</source>
            <translation>バージョンを空にするか、メモリサイズを「制限なし」にして今のまま測定してください</translation>
        </message>
        <message>
            <source>Without memory tiers no cold start can be forced</source>
            <translation>メモリサイズがないと、コールドスタートを起こせません</translation>
        </message>
        <message>
            <source>Give tiers, or no cold starts</source>
            <translation>メモリサイズを指定するか、コールドスタートをなしにしてください</translation>
        </message>
        <message>
            <source>There is no payload yet: %1</source>
            <translation>ペイロードがまだありません: %1</translation>
        </message>
        <message>
            <source>Type JSON, or take it from a file</source>
            <translation>JSON を入力するか、ファイルから読み込んでください</translation>
        </message>
        <message>
            <source>A payload is not JSON: %1</source>
            <translation>JSON でないペイロードがあります: %1</translation>
        </message>
        <message>
            <source>Give JSON such as {&quot;parallel&quot;: true}; a line of --- parts several</source>
            <translation>{&quot;parallel&quot;: true} のような JSON を指定してください。複数なら --- の行で区切ります</translation>
        </message>
        <message>
            <source>A payload has %1 bytes</source>
            <translation>%1 バイトのペイロードがあります</translation>
        </message>
        <message>
            <source>Lambda takes at most %1</source>
            <translation>Lambda が受け取るのは %1 バイトまでです</translation>
        </message>
        <message>
            <source>Only Tierscope&apos;s own function has a pool and numbers of processes</source>
            <translation>プールとプロセス数の指定は、Tierscope の関数でだけ使えます</translation>
        </message>
        <message>
            <source>Take sequential and parallel, and Visible vCPUs</source>
            <translation>逐次と並列、「見える vCPU 数」を選んでください</translation>
        </message>
        <message>
            <source>The median's interval cannot be ± %1 %</source>
            <translation>中央値の区間を ±%1 % にはできません</translation>
        </message>
        <message>
            <source>Repeats cannot end at %1</source>
            <translation>繰り返しの上限を %1 回にはできません</translation>
        </message>
    </context>
    <context>
        <name>RuntimeChart</name>
        <message>
            <source>%1, %2 at once</source>
            <translation>%1、同時 %2</translation>
        </message>
        <message>
            <source>This computer, not limited to a tier</source>
            <translation>このコンピューター（サイズ制限なし）</translation>
        </message>
        <message>
            <source>No finished runs yet.</source>
            <translation>終わった実行はまだありません。</translation>
        </message>
        <message>
            <source>Median runtime against memory tier.</source>
            <translation>メモリサイズに対する実行時間の中央値。</translation>
        </message>
        <message>
            <source>Median runtime against the number of vCPUs.</source>
            <translation>vCPU 数に対する実行時間の中央値。</translation>
        </message>
        <message>
            <source>%1 vCPUs</source>
            <translation>%1 vCPU</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <translation>%2 で%1</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <translation>%1: %2。</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1、%2</translation>
        </message>
        <message>
            <source>%1 wins without a limit</source>
            <translation>制限なしで%1が有利</translation>
        </message>
        <message>
            <source>%1 wins from %2</source>
            <translation>%2 から%1が有利</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1。</translation>
        </message>
    </context>
    <context>
        <name>SampleOutliers</name>
        <message>
            <source>outlier, Z %1</source>
            <translation>外れ値、Z %1</translation>
        </message>
        <message>
            <source>Lies apart from the other %1 runs of its kind: its modified Z score is %2 (marked above 3.5), and it is outside of Tukey's fences, %3 to %4. It is counted all the same.</source>
            <translation>同じ条件のほかの %1 回の実行から離れています。修正 Z スコアは %2（3.5 を超えると印を付けます）で、テューキーの範囲 %3〜%4 の外にあります。集計には含めています。</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Ready</source>
            <translation>準備完了</translation>
        </message>
        <message>
            <source>Preparing: timing one task</source>
            <translation>準備中: 1 タスクを計測しています</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>停止しています</translation>
        </message>
        <message>
            <source>%1, %2 at once</source>
            <translation>%1、同時 %2</translation>
        </message>
        <message>
            <source>%1, %2, warm-up %3 of %4</source>
            <translation>%1、%2、ウォームアップ %3/%4</translation>
        </message>
        <message>
            <source>%1, %2, repeat %3 of %4</source>
            <translation>%1、%2、繰り返し %3/%4</translation>
        </message>
        <message>
            <source>Stopped; what was measured is kept, %1 failed</source>
            <translation>停止しました。測定済みの値は残っています（失敗 %1）</translation>
        </message>
        <message>
            <source>Stopped; what was measured is kept</source>
            <translation>停止しました。測定済みの値は残っています</translation>
        </message>
        <message>
            <source>Broken off, %1 failed</source>
            <translation>中断しました（失敗 %1）</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>中断しました</translation>
        </message>
        <message>
            <source>Finished, %1 failed</source>
            <translation>完了（失敗 %1）</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>%1 of %2 samples</source>
            <translation>%2 サンプル中 %1</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>残り %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1、%2</translation>
        </message>
    </context>
    <context>
        <name>Sweep</name>
        <message>
            <source>1 invocation</source>
            <translation>呼び出し 1 回</translation>
        </message>
        <message>
            <source>%1 invocations</source>
            <translation>呼び出し %1 回</translation>
        </message>
        <message>
            <source>1 change</source>
            <translation>変更 1 回</translation>
        </message>
        <message>
            <source>%1 changes</source>
            <translation>変更 %1 回</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>At most %1 GB-seconds; the price is unknown for this region</source>
            <translation>最大 %1 GB 秒。このリージョンの料金はわかりません</translation>
        </message>
        <message>
            <source>At most %1, for %2 GB-seconds</source>
            <translation>最大 %1（%2 GB 秒）</translation>
        </message>
        <message>
            <source>Force a cold start before each of %1</source>
            <translation>%1、それぞれの前にコールドスタートを起こす</translation>
        </message>
        <message>
            <source>Warm up: %1, not counted</source>
            <translation>ウォームアップ: %1（数えない）</translation>
        </message>
        <message>
            <source>Measure: %1</source>
            <translation>測定: %1</translation>
        </message>
        <message>
            <source>%1 of %2, at most %3</source>
            <translation>%2 の%1、最大 %3</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 の%1</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>関数</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>アカウント</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>リージョン</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>Nothing: it is measured as it is</source>
            <translation>なし: 今のまま測定します</translation>
        </message>
        <message>
            <source>Its memory, to %1: %2 in all, the last puts it back</source>
            <translation>メモリを %1 に。全部で%2、最後に元へ戻します</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>料金</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>At most %1, where each invocation runs into the function&apos;s time limit</source>
            <translation>最大 %1（すべての呼び出しが関数の制限時間に達した場合）</translation>
        </message>
        <message>
            <source>Its memory size, %1, is written down on this computer before the first change. It is put back at the end, when you press Stop, after an error, and after a crash at Tierscope&apos;s next start.</source>
            <translation>最初の変更の前に、今のメモリサイズ %1 をこのコンピューターに書き留めます。終了時、「停止」を押したとき、エラーのあとに元へ戻し、異常終了したときは次に Tierscope を起動したときに戻します。</translation>
        </message>
        <message>
            <source>Write down its memory size: %1</source>
            <translation>メモリサイズを書き留める: %1</translation>
        </message>
        <message>
            <source>Set its memory to %1 and wait until Lambda has done so</source>
            <translation>メモリを %1 にし、Lambda の反映を待つ</translation>
        </message>
        <message>
            <source>Put its memory back to %1</source>
            <translation>メモリを %1 に戻す</translation>
        </message>
        <message>
            <source>A sweep of “%1” had not ended: its memory size has been put back.</source>
            <translation>「%1」の測定が途中で終わっていたため、メモリサイズを元に戻しました。</translation>
        </message>
        <message>
            <source>A sweep of “%1” had not ended: its memory size was as before, nothing had to be put back.</source>
            <translation>「%1」の測定が途中で終わっていましたが、メモリサイズは元のままで、戻す必要はありませんでした。</translation>
        </message>
        <message>
            <source>A sweep of “%1” had not ended, and somebody else has changed the function since: nothing was overwritten.</source>
            <translation>「%1」の測定が途中で終わっていましたが、その後ほかで関数が変更されたため、何も上書きしませんでした。</translation>
        </message>
        <message>
            <source>A sweep of “%1” had not ended; the function has been deleted since.</source>
            <translation>「%1」の測定が途中で終わっていましたが、関数はその後削除されています。</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>設定</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>Sequential</source>
            <translation>逐次</translation>
        </message>
        <message>
            <source>Parallel</source>
            <translation>並列</translation>
        </message>
        <message>
            <source>Pool</source>
            <translation>プール</translation>
        </message>
        <message>
            <source>sequential</source>
            <translation>逐次</translation>
        </message>
        <message>
            <source>parallel</source>
            <translation>並列</translation>
        </message>
        <message>
            <source>pool</source>
            <translation>プール</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 時間 %2 分</translation>
        </message>
        <message>
            <source>1 run</source>
            <translation>1 回の実行</translation>
        </message>
        <message>
            <source>%1 runs</source>
            <translation>%1 回の実行</translation>
        </message>
        <message>
            <source>1 sample</source>
            <translation>1 サンプル</translation>
        </message>
        <message>
            <source>%1 samples</source>
            <translation>%1 サンプル</translation>
        </message>
        <message>
            <source>1 task</source>
            <translation>1 タスク</translation>
        </message>
        <message>
            <source>%1 tasks</source>
            <translation>%1 タスク</translation>
        </message>
        <message>
            <source>1 CPU</source>
            <translation>1 CPU</translation>
        </message>
        <message>
            <source>%1 CPUs</source>
            <translation>%1 CPU</translation>
        </message>
        <message>
            <source>duty cycle</source>
            <translation>デューティサイクル</translation>
        </message>
        <message>
            <source>AWS Lambda</source>
            <translation>AWS Lambda</translation>
        </message>
        <message>
            <source>Quick look</source>
            <translation>クイック測定</translation>
        </message>
        <message>
            <source>Reference experiment, C++</source>
            <translation>基準実験（C++）</translation>
        </message>
        <message>
            <source>Reference experiment, Python</source>
            <translation>基準実験（Python）</translation>
        </message>
        <message>
            <source>My command</source>
            <translation>自分のコマンド</translation>
        </message>
        <message>
            <source>My Python function</source>
            <translation>自分の Python 関数</translation>
        </message>
        <message>
            <source>10 tasks of a 10,000,000-iteration loop, compiled.</source>
            <translation>10,000,000 回ループのタスク 10 個（コンパイル版）。</translation>
        </message>
        <message>
            <source>10 tasks of a 10,000,000-iteration loop, as published in 2021.</source>
            <translation>10,000,000 回ループのタスク 10 個（2021 年の公表どおり）。</translation>
        </message>
        <message>
            <source>Any program, started once a task.</source>
            <translation>任意のプログラムを、タスクごとに 1 回起動します。</translation>
        </message>
        <message>
            <source>Any function of a module of yours, called once a task.</source>
            <translation>自分のモジュールの関数を、タスクごとに 1 回呼びます。</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Interrupted</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>Read-only</source>
            <translation>読み取り専用</translation>
        </message>
        <message>
            <source>A short loop at eight memory tiers: about half a minute here.</source>
            <translation>8 つのメモリサイズでの短いループ。ここでは約 30 秒です。</translation>
        </message>
    </context>
    <context>
        <name>Workloads</name>
        <message>
            <source>%1 %2</source>
            <comment>Busy loop 10,000,000 iterations</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 up to %2</source>
            <comment>Prime sieve</comment>
            <translation>%1 %2 まで</translation>
        </message>
        <message>
            <source>%1 %2 × %3</source>
            <comment>Matrix product of n rows and columns</comment>
            <translation>%1 %2 × %3</translation>
        </message>
        <message>
            <source>%1 %2 MB × %3</source>
            <comment>Memory walk, passes</comment>
            <translation>%1 %2 MB × %3 回</translation>
        </message>
        <message>
            <source>%1 %2 ms</source>
            <comment>Sleep</comment>
            <translation>%1 %2 ms</translation>
        </message>
        <message>
            <source>Reference loop, Python</source>
            <translation>基準ループ（Python）</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>何もしない</translation>
        </message>
        <message>
            <source>Busy loop</source>
            <translation>空ループ</translation>
        </message>
        <message>
            <source>Prime sieve</source>
            <translation>素数のふるい</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>Matrix product</source>
            <translation>行列の積</translation>
        </message>
        <message>
            <source>Memory walk</source>
            <translation>メモリ走査</translation>
        </message>
        <message>
            <source>Sleep</source>
            <translation>待機</translation>
        </message>
        <message>
            <source>Does nothing: what is left is the cost of starting a task.</source>
            <translation>何もしません。残るのはタスクを起動する手間だけです。</translation>
        </message>
        <message>
            <source>A chain of whole-number operations, about 1 ns an iteration.</source>
            <translation>整数演算の連鎖。1 回の反復は約 1 ns です。</translation>
        </message>
        <message>
            <source>Counts the primes up to a limit.</source>
            <translation>上限までの素数を数えます。</translation>
        </message>
        <message>
            <source>Hashes a block of 64 bytes again and again.</source>
            <translation>64 バイトのブロックを繰り返しハッシュします。</translation>
        </message>
        <message>
            <source>Multiplies two square matrices of 64-bit whole numbers.</source>
            <translation>64 ビット整数の正方行列 2 つを掛けます。</translation>
        </message>
        <message>
            <source>Reads and writes every cache line of its memory.</source>
            <translation>確保したメモリの全キャッシュラインを読み書きします。</translation>
        </message>
        <message>
            <source>Waits without using a CPU.</source>
            <translation>CPU を使わずに待ちます。</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>workload, tasks</comment>
            <translation>%1、%2</translation>
        </message>
        <message>
            <source>Reference measurements (2021)</source>
            <translation>基準の計測値（2021 年）</translation>
        </message>
        <message>
            <source>Function %1</source>
            <translation>関数 %1</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::CentreTabs</name>
        <message>
            <source>Views</source>
            <translation>表示</translation>
        </message>
        <message>
            <source>Runtime</source>
            <translation>実行時間</translation>
        </message>
        <message>
            <source>Speed-up</source>
            <translation>速度向上</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>費用</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>タイムライン</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::ChartExport</name>
        <message>
            <source>Copy picture</source>
            <translation>画像をコピー</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>画像を保存…</translation>
        </message>
        <message>
            <source>Copy data</source>
            <translation>データをコピー</translation>
        </message>
        <message>
            <source>Save data as CSV…</source>
            <translation>データを CSV で保存…</translation>
        </message>
        <message>
            <source>Save the chart as a picture</source>
            <translation>グラフを画像として保存</translation>
        </message>
        <message>
            <source>PNG picture (*.png)</source>
            <translation>PNG 画像 (*.png)</translation>
        </message>
        <message>
            <source>SVG drawing (*.svg)</source>
            <translation>SVG 図 (*.svg)</translation>
        </message>
        <message>
            <source>Save the chart&apos;s data</source>
            <translation>グラフのデータを保存</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>表 (*.csv)</translation>
        </message>
        <message>
            <source>%1 could not be written: %2</source>
            <translation>%1 に書き込めませんでした: %2</translation>
        </message>
        <message>
            <source>Choose another folder or free some space</source>
            <translation>別のフォルダーを選ぶか、空きを作ってください</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::DeployDialog</name>
        <message>
            <source>Deploy a function</source>
            <translation>関数のデプロイ</translation>
        </message>
        <message>
            <source>Deploy Tierscope&apos;s own function</source>
            <translation>Tierscope の関数をデプロイ</translation>
        </message>
        <message>
            <source>It runs the workloads of the form on Lambda. It costs nothing while nobody invokes it, and Remove deletes it.</source>
            <translation>フォームの処理を Lambda で実行する関数です。呼び出さなければ料金はかからず、「削除」で消せます。</translation>
        </message>
        <message>
            <source>Deploying</source>
            <translation>デプロイ中</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>&amp;Deploy</source>
            <translation>デプロイ</translation>
        </message>
        <message>
            <source>C++: built-in workloads and commands</source>
            <translation>C++: 組み込みの処理とコマンド</translation>
        </message>
        <message>
            <source>Python: Python functions too</source>
            <translation>Python: Python の関数も</translation>
        </message>
        <message>
            <source> MB</source>
            <translation> MB</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>&amp;Role</source>
            <translation>ロール</translation>
        </message>
        <message>
            <source>The ARN of an execution role that may write logs. The policy that it needs comes with Tierscope.</source>
            <translation>ログを書ける実行ロールの ARN。必要なポリシーは Tierscope に付いています。</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>&amp;Architecture</source>
            <translation>アーキテクチャ</translation>
        </message>
        <message>
            <source>&amp;Memory</source>
            <translation>メモリ</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1〜%2</translation>
        </message>
        <message>
            <source>Sending the code and waiting until Lambda has it ready…</source>
            <translation>コードを送り、Lambda の準備を待っています…</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::ExperimentPanel</name>
        <message>
            <source>Experiment</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>&amp;Workload</source>
            <translation>処理の内容</translation>
        </message>
        <message>
            <source>Not ready to run</source>
            <translation>まだ実行できません</translation>
        </message>
        <message>
            <source>Fields of the experiment</source>
            <translation>実験の項目</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1。</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>測定する場所</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>この PC</translation>
        </message>
        <message>
            <source>AWS Lambda</source>
            <translation>AWS Lambda</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::FieldBox</name>
        <message>
            <source>%1.</source>
            <translation>%1。</translation>
        </message>
        <message>
            <source>%1. %2.</source>
            <translation>%1。%2。</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::FindingsPanel</name>
        <message>
            <source>Findings</source>
            <translation>わかったこと</translation>
        </message>
        <message>
            <source>Nothing is measured yet. Press Run: the fastest tier, the cheapest and the break-even stand here with the first samples.</source>
            <translation>まだ測定していません。「実行」を押すと、最初のサンプルから最速・最安・分岐点がここに出ます。</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::FunctionFields</name>
        <message>
            <source>default</source>
            <translation>default</translation>
        </message>
        <message>
            <source>A profile of the shared files of AWS&apos;s tools; Tierscope keeps its name only</source>
            <translation>AWS のツールの共有ファイルにあるプロファイル。Tierscope が保存するのは名前だけです</translation>
        </message>
        <message>
            <source>the profile&apos;s</source>
            <translation>既定</translation>
        </message>
        <message>
            <source>Pro&amp;file</source>
            <translation>プロファイル</translation>
        </message>
        <message>
            <source>Re&amp;gion</source>
            <translation>リージョン</translation>
        </message>
        <message>
            <source>name or ARN</source>
            <translation>名前または ARN</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>関数</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Ask Lambda for the list of functions again</source>
            <translation>関数の一覧を Lambda からもう一度取得</translation>
        </message>
        <message>
            <source>Deploy…</source>
            <translation>デプロイ…</translation>
        </message>
        <message>
            <source>Make a function of Tierscope&apos;s own</source>
            <translation>Tierscope の関数を作る</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>削除…</translation>
        </message>
        <message>
            <source>Delete the chosen function, if Tierscope has deployed it</source>
            <translation>選んだ関数を削除（Tierscope がデプロイしたものだけ）</translation>
        </message>
        <message>
            <source>F&amp;unction</source>
            <translation>関数</translation>
        </message>
        <message>
            <source>Tierscope&apos;s own function</source>
            <translation>Tierscope の関数</translation>
        </message>
        <message>
            <source>Any function</source>
            <translation>任意の関数</translation>
        </message>
        <message>
            <source>&amp;What it is</source>
            <translation>関数の種類</translation>
        </message>
        <message>
            <source>Version or alias</source>
            <translation>バージョンまたはエイリアス</translation>
        </message>
        <message>
            <source>empty: the latest</source>
            <translation>空: 最新</translation>
        </message>
        <message>
            <source>Its memory is fixed: it is measured without tiers.</source>
            <translation>メモリは固定なので、サイズを変えずに測定します。</translation>
        </message>
        <message>
            <source>Endpoint URL</source>
            <translation>エンドポイント URL</translation>
        </message>
        <message>
            <source>empty: the region&apos;s own</source>
            <translation>空: リージョンの標準</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再試行</translation>
        </message>
        <message>
            <source>It runs the workload below, task by task.</source>
            <translation>下の処理をタスクごとに実行します。</translation>
        </message>
        <message>
            <source>It gets a payload of yours and is timed by Lambda&apos;s report.</source>
            <translation>独自のペイロードを渡し、Lambda の REPORT で計ります。</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::HeaderBar</name>
        <message>
            <source>&amp;CSV, a row each measured run</source>
            <translation>CSV、実行ごとに 1 行(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;JSON, everything that was measured</source>
            <translation>JSON、測定したすべて(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Markdown, a report to read</source>
            <translation>Markdown、読むための報告(&amp;M)</translation>
        </message>
        <message>
            <source>E&amp;xport</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Name of the experiment</source>
            <translation>実験の名前</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Theme, language and layout</source>
            <translation>テーマ、言語、配置</translation>
        </message>
        <message>
            <source>Save what is shown as a file (Ctrl+E)</source>
            <translation>表示中のものをファイルに保存します（Ctrl+E）</translation>
        </message>
        <message>
            <source>Stop the run; what was measured is kept (Esc)</source>
            <translation>実行を止めます。測定済みの値は残ります（Esc）</translation>
        </message>
        <message>
            <source>Measure the experiment at the left (Ctrl+R)</source>
            <translation>左の実験を測定します（Ctrl+R）</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::HistoryModel</name>
        <message>
            <source>d MMM yyyy</source>
            <translation>yyyy/MM/dd</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今日 %1</translation>
        </message>
        <message>
            <source>HH:mm</source>
            <translation>HH:mm</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <translation>yyyy/MM/dd HH:mm</translation>
        </message>
        <message>
            <source>%1, laid over the chart</source>
            <translation>%1、グラフに重ねて表示中</translation>
        </message>
        <message>
            <source>%1, not laid over the chart</source>
            <translation>%1、重ねていない</translation>
        </message>
        <message>
            <source>Lay over the chart</source>
            <translation>グラフに重ねる</translation>
        </message>
        <message>
            <source>AWS Lambda, published</source>
            <translation>AWS Lambda（公表値）</translation>
        </message>
        <message>
            <source>AWS Lambda</source>
            <translation>AWS Lambda</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>このコンピューター</translation>
        </message>
        <message>
            <source>none</source>
            <comment>no memory tier: measured without a limit</comment>
            <translation>なし</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 中 %1</translation>
        </message>
        <message>
            <source>%1, %2 failed</source>
            <translation>%1、失敗 %2</translation>
        </message>
        <message>
            <source>Experiment</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>場所</translation>
        </message>
        <message>
            <source>Workload</source>
            <translation>処理の内容</translation>
        </message>
        <message>
            <source>Tiers</source>
            <translation>サイズ数</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Fastest</source>
            <translation>最速</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>When</source>
            <translation>日時</translation>
        </message>
        <message>
            <source>AWS Lambda · %1</source>
            <translation>AWS Lambda · %1</translation>
        </message>
        <message>
            <source>function %1</source>
            <translation>関数 %1</translation>
        </message>
        <message>
            <source>%1, function %2</source>
            <translation>%1、関数 %2</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::HistoryPanel</name>
        <message>
            <source>Name of the experiment</source>
            <translation>実験の名前</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>実験の一覧</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 中 %1</translation>
        </message>
        <message>
            <source>%1, %2 failed</source>
            <translation>%1、失敗 %2</translation>
        </message>
        <message>
            <source>Interrupted</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Show the selected experiment (Enter)</source>
            <translation>選んだ実験を表示します（Enter）</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前の変更</translation>
        </message>
        <message>
            <source>Give the selected experiment another name (F2)</source>
            <translation>選んだ実験の名前を変えます（F2）</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>複製</translation>
        </message>
        <message>
            <source>Put what the selected experiment measures into the form (Ctrl+D)</source>
            <translation>選んだ実験の設定を入力欄に写します（Ctrl+D）</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Measure what the selected experiment still lacks</source>
            <translation>選んだ実験の残りを測定します</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>Save the selected experiment as a file</source>
            <translation>選んだ実験をファイルに保存します</translation>
        </message>
        <message>
            <source>Lay over the chart</source>
            <translation>グラフに重ねる</translation>
        </message>
        <message>
            <source>Draw the selected experiment behind the one that is shown (Space)</source>
            <translation>選んだ実験を、表示中の実験の後ろに描きます（Space）</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Delete the selected experiment (Del)</source>
            <translation>選んだ実験を削除します（Del）</translation>
        </message>
        <message>
            <source>Your own experiments stand here once you have run one: press Run, or Measure this computer above the chart.</source>
            <translation>実行した実験がここに並びます。「実行」か、グラフの上の「このコンピューターで測定」を押してください。</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::MainWindow</name>
        <message>
            <source>Experiment</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>わかったこと</translation>
        </message>
        <message>
            <source>History</source>
            <translation>履歴</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前の変更</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>キーボード</translation>
        </message>
        <message>
            <source>Next view</source>
            <translation>次の表示</translation>
        </message>
        <message>
            <source>Previous view</source>
            <translation>前の表示</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::MessageBar</name>
        <message>
            <source>&amp;Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>メッセージ</translation>
        </message>
        <message>
            <source>Bring it back (Ctrl+Z)</source>
            <translation>元に戻します（Ctrl+Z）</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>%1 に保存しました。</translation>
        </message>
        <message>
            <source>Deleted “%1”.</source>
            <translation>「%1」を削除しました。</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::NameEdit</name>
        <message>
            <source>%1: click or F2 to rename</source>
            <translation>%1: クリックか F2 で名前を変更</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::PayloadFields</name>
        <message>
            <source>Payload, sequential</source>
            <translation>ペイロード（逐次）</translation>
        </message>
        <message>
            <source>Payload, parallel</source>
            <translation>ペイロード（並列）</translation>
        </message>
        <message>
            <source>JSON. Several payloads take turns: a line of --- between them, --- 3 where the next comes three times as often.</source>
            <translation>JSON。複数のペイロードは順番に使います。間に --- の行を置き、次を 3 倍多く使うときは --- 3 とします。</translation>
        </message>
        <message>
            <source>From file…</source>
            <translation>ファイルから…</translation>
        </message>
        <message>
            <source>%1: from file</source>
            <translation>%1: ファイルから</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>“%1” cannot be read as a payload</source>
            <translation>「%1」をペイロードとして読めません</translation>
        </message>
        <message>
            <source>Give a text file of JSON of at most 6 MB a payload</source>
            <translation>1 つ 6 MB までの JSON のテキストファイルを指定してください</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::PlanFields</name>
        <message>
            <source> s</source>
            <translation> 秒</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>&amp;Tasks</source>
            <translation>タスク</translation>
        </message>
        <message>
            <source>R&amp;epeats</source>
            <translation>繰り返し</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>記事</translation>
        </message>
        <message>
            <source>The eight tiers of the reference measurements</source>
            <translation>基準測定の 8 サイズ</translation>
        </message>
        <message>
            <source>vCPU steps</source>
            <translation>vCPU の段階</translation>
        </message>
        <message>
            <source>The last tier of each vCPU count, and below one vCPU each half</source>
            <translation>各 vCPU 数の最大サイズと、1 vCPU 未満は半分ずつ</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>Not held to a tier: as fast as this computer runs it</source>
            <translation>サイズで制限せず、このコンピューターの速さのまま</translation>
        </message>
        <message>
            <source>&amp;Sequential</source>
            <translation>逐次</translation>
        </message>
        <message>
            <source>One task after the other, in one process</source>
            <translation>1 つのプロセスで順番に</translation>
        </message>
        <message>
            <source>&amp;Parallel</source>
            <translation>並列</translation>
        </message>
        <message>
            <source>A process for each task, so many at once</source>
            <translation>タスクごとにプロセスを作り、同時実行数まで並べる</translation>
        </message>
        <message>
            <source>P&amp;ool</source>
            <translation>プール</translation>
        </message>
        <message>
            <source>So many processes, each used for many tasks</source>
            <translation>同時実行数のプロセスを使い回す</translation>
        </message>
        <message>
            <source>Run as</source>
            <translation>実行方法</translation>
        </message>
        <message>
            <source>Processes at once</source>
            <translation>同時プロセス数</translation>
        </message>
        <message>
            <source>Visible vCPUs</source>
            <translation>見える vCPU 数</translation>
        </message>
        <message>
            <source>Fixed number</source>
            <translation>固定の数</translation>
        </message>
        <message>
            <source>Every number up to</source>
            <translation>この数までの全部</translation>
        </message>
        <message>
            <source>Number of processes at once</source>
            <translation>同時プロセスの数</translation>
        </message>
        <message>
            <source>Processes &amp;at once</source>
            <translation>同時プロセス数</translation>
        </message>
        <message>
            <source>More settings ▸</source>
            <translation>その他の設定 ▸</translation>
        </message>
        <message>
            <source>Fewer settings ▾</source>
            <translation>設定を隠す ▾</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Runs are shuffled; the same seed gives the same order</source>
            <translation>実行順は混ぜられます。同じシードなら同じ順序です</translation>
        </message>
        <message>
            <source>Warm-up runs</source>
            <translation>ウォームアップ回数</translation>
        </message>
        <message>
            <source>Seed of the order</source>
            <translation>順序のシード</translation>
        </message>
        <message>
            <source>Task time limit</source>
            <translation>タスクの制限時間</translation>
        </message>
        <message>
            <source>Run time limit</source>
            <translation>実行の制限時間</translation>
        </message>
        <message>
            <source>Memory tiers</source>
            <translation>メモリサイズ</translation>
        </message>
        <message>
            <source>&amp;Memory tiers</source>
            <translation>メモリサイズ</translation>
        </message>
        <message>
            <source>MB, %1 to %2</source>
            <translation>MB、%1–%2</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>%1–%2</source>
            <translation>%1–%2</translation>
        </message>
        <message>
            <source>Each is forced by changing the function&apos;s memory, and is a sample of its own</source>
            <translation>関数のメモリを変えて起こし、それぞれ別のサンプルになります</translation>
        </message>
        <message>
            <source>&amp;Invocations at once</source>
            <translation>同時呼び出し数</translation>
        </message>
        <message>
            <source>Col&amp;d starts</source>
            <translation>コールドスタート</translation>
        </message>
        <message>
            <source>Every tier</source>
            <translation>すべてのサイズ</translation>
        </message>
        <message>
            <source>Until the fastest is known</source>
            <translation>最速が分かるまで</translation>
        </message>
        <message>
            <source>Until the cheapest is known</source>
            <translation>最安が分かるまで</translation>
        </message>
        <message>
            <source>Until the knee is known</source>
            <translation>頭打ちの点が分かるまで</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>測定の範囲</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::RemoveDialog</name>
        <message>
            <source>Remove the function</source>
            <translation>関数の削除</translation>
        </message>
        <message>
            <source>Delete the function “%1”?</source>
            <translation>関数「%1」を削除しますか？</translation>
        </message>
        <message>
            <source>With all its versions and aliases, on AWS. This cannot be taken back. Only a function that Tierscope has deployed is deleted; experiments that were measured on it stay.</source>
            <translation>AWS 上の関数を、すべてのバージョンとエイリアスとともに削除します。元に戻せません。削除できるのは Tierscope がデプロイした関数だけで、測定した実験は残ります。</translation>
        </message>
        <message>
            <source>Deleting</source>
            <translation>削除中</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>D&amp;elete</source>
            <translation>削除</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::RepeatFields</name>
        <message>
            <source>Repeat u&amp;ntil the median is sure</source>
            <translation>中央値が確かになるまで繰り返す(&amp;N)</translation>
        </message>
        <message>
            <source>Each tier and mode is repeated further until the 95 % interval of its median is this narrow</source>
            <translation>各サイズと方式を、中央値の 95 % 区間がこの幅に収まるまで繰り返します</translation>
        </message>
        <message>
            <source>± </source>
            <translation>± </translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>区間の幅</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>最大</translation>
        </message>
        <message>
            <source>%1–%2</source>
            <translation>%1〜%2</translation>
        </message>
        <message>
            <source>repeats</source>
            <translation>回</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::RunStatusBar</name>
        <message>
            <source>Progress of the run</source>
            <translation>実行の進みぐあい</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::RuntimeChartView</name>
        <message>
            <source>Runtime chart</source>
            <translation>実行時間のグラフ</translation>
        </message>
        <message>
            <source>Reset zoom</source>
            <translation>拡大を戻す</translation>
        </message>
        <message>
            <source>Shows all of the chart again (double click, or 0)</source>
            <translation>グラフ全体をもう一度表示します（ダブルクリックか 0）</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::RuntimePage</name>
        <message>
            <source>Horizontal axis</source>
            <translation>横軸</translation>
        </message>
        <message>
            <source>Memory tier</source>
            <translation>メモリサイズ</translation>
        </message>
        <message>
            <source>vCPU count</source>
            <translation>vCPU 数</translation>
        </message>
        <message>
            <source>Vertical axis</source>
            <translation>縦軸</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>対数</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>線形</translation>
        </message>
        <message>
            <source>X</source>
            <translation>横</translation>
        </message>
        <message>
            <source>Y</source>
            <translation>縦</translation>
        </message>
        <message>
            <source>Reset zoom</source>
            <translation>拡大を戻す</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>グラフ</translation>
        </message>
        <message>
            <source>Copies or saves the chart and its data</source>
            <translation>グラフとデータをコピー・保存します</translation>
        </message>
        <message>
            <source>Mode&amp;l</source>
            <translation>モデル(&amp;L)</translation>
        </message>
        <message>
            <source>What the performance model makes of these runs, with its 90 % interval</source>
            <translation>これらの実行から性能モデルが予測する時間と、その 90 % 区間</translation>
        </message>
        <message>
            <source>The model is drawn once %1 different runs at two tiers or more are measured</source>
            <translation>2 つ以上のサイズで %1 種類以上の実行を測定すると、モデルが描かれます</translation>
        </message>
        <message>
            <source>Show the model</source>
            <translation>モデルを表示</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::SamplePage</name>
        <message>
            <source>Samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Export the samples</source>
            <translation>サンプルを書き出す</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>表 (*.csv)</translation>
        </message>
        <message>
            <source>No samples yet. Set up the experiment at the left and press Run: every measured run becomes a row here.</source>
            <translation>サンプルはまだありません。左で実験を設定して「実行」を押すと、測定した実行が 1 行ずつ並びます。</translation>
        </message>
        <message>
            <source>Export CS&amp;V…</source>
            <translation>CSV に書き出す…</translation>
        </message>
        <message>
            <source>Write the counted samples to a file, a row each</source>
            <translation>数に入れたサンプルを 1 行ずつファイルに書き出します</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>行をコピー</translation>
        </message>
        <message>
            <source>Sort by this column, least first</source>
            <translation>この列で並べる（小さい順）</translation>
        </message>
        <message>
            <source>Sort by this column, most first</source>
            <translation>この列で並べる（大きい順）</translation>
        </message>
        <message>
            <source>Order as measured</source>
            <translation>測定した順に戻す</translation>
        </message>
        <message>
            <source>%1 each</source>
            <translation>各 %1</translation>
        </message>
        <message>
            <source>limited by %1</source>
            <translation>制限方法: %1</translation>
        </message>
        <message>
            <source>dilated ×%1</source>
            <translation>伸長 ×%1</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1、%2: %3</translation>
        </message>
        <message>
            <source>The samples could not be written to %1: %2</source>
            <translation>サンプルを %1 に書き込めませんでした: %2</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>別のフォルダーを選んでください</translation>
        </message>
        <message>
            <source>Saved to %1</source>
            <translation>%1 に保存しました</translation>
        </message>
        <message>
            <source>1 outlier marked</source>
            <translation>外れ値 1 件</translation>
        </message>
        <message>
            <source>%1 outliers marked</source>
            <translation>外れ値 %1 件</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::SampleTableModel</name>
        <message>
            <source>warm-up</source>
            <translation>ウォームアップ</translation>
        </message>
        <message>
            <source>×%1</source>
            <translation>×%1</translation>
        </message>
        <message>
            <source>ok</source>
            <translation>成功</translation>
        </message>
        <message>
            <source>failed: %1</source>
            <translation>失敗: %1</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>vCPUs</source>
            <translation>vCPU</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>実行方法</translation>
        </message>
        <message>
            <source>At once</source>
            <translation>同時</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>回</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>タスク</translation>
        </message>
        <message>
            <source>Runtime</source>
            <translation>実行時間</translation>
        </message>
        <message>
            <source>CPU time</source>
            <translation>CPU 時間</translation>
        </message>
        <message>
            <source>Throttled</source>
            <translation>抑制</translation>
        </message>
        <message>
            <source>Dilated</source>
            <translation>伸長</translation>
        </message>
        <message>
            <source>Limited by</source>
            <translation>制限方法</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>In the tier&apos;s own time: measured time divided by the dilation. Its digits are those that the spread of the repeats supports.</source>
            <translation>そのサイズの時間（測定時間 ÷ 伸長率）。桁数は、繰り返しのばらつきが裏づけるところまでです。</translation>
        </message>
        <message>
            <source>As measured on this computer, not divided by the dilation.</source>
            <translation>このコンピューターで測った値（伸長率で割りません）。</translation>
        </message>
        <message>
            <source>cold start</source>
            <translation>コールドスタート</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>ok, %1</source>
            <translation>成功、%1</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::SegmentedControl</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::SettingsMenu</name>
        <message>
            <source>&amp;Theme</source>
            <translation>テーマ(&amp;T)</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>システムに合わせる(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>ライト(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>ダーク(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>言語(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Restore default layout</source>
            <translation>初期の配置に戻す(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Keyboard</source>
            <translation>キーボード(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;About Tierscope</source>
            <translation>Tierscope について(&amp;A)</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::SweepDialog</name>
        <message>
            <source>Measure on AWS Lambda</source>
            <translation>AWS Lambda で測定</translation>
        </message>
        <message>
            <source>Asking Lambda</source>
            <translation>Lambda に問い合わせ中</translation>
        </message>
        <message>
            <source>Steps of the sweep</source>
            <translation>測定の手順</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Try &amp;again</source>
            <translation>再試行</translation>
        </message>
        <message>
            <source>&amp;Dry run</source>
            <translation>試しに確認</translation>
        </message>
        <message>
            <source>&amp;Measure</source>
            <translation>測定</translation>
        </message>
        <message>
            <source>Shows every step and changes nothing</source>
            <translation>すべての手順を表示し、何も変更しません</translation>
        </message>
        <message>
            <source>Looking at the function…</source>
            <translation>関数を調べています…</translation>
        </message>
        <message>
            <source>Nothing is changed before you have agreed to it.</source>
            <translation>同意があるまで、何も変更しません。</translation>
        </message>
        <message>
            <source>The function cannot be measured</source>
            <translation>この関数は測定できません</translation>
        </message>
        <message>
            <source>Dry run: these steps would be taken, in this order. Nothing has been changed and nothing was invoked.</source>
            <translation>試しの確認です。この順に進めます。何も変更せず、何も呼び出していません。</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::TierChips</name>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>128, 512, 1 GB</source>
            <translation>128, 512, 1 GB</translation>
        </message>
        <message>
            <source>%1: Delete removes it</source>
            <translation>%1: Delete で取り除きます</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::WelcomeBar</name>
        <message>
            <source>First steps</source>
            <translation>はじめに</translation>
        </message>
        <message>
            <source>&amp;Measure this computer (about 30 s)</source>
            <translation>このコンピューターで測定（約 30 秒）</translation>
        </message>
        <message>
            <source>Eight memory tiers, one after the other and in parallel, with a short loop as the task</source>
            <translation>短いループをタスクにして、8 つのメモリサイズを逐次と並列で測ります</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::WorkloadFields</name>
        <message>
            <source>Iterations</source>
            <translation>反復回数</translation>
        </message>
        <message>
            <source>Primes up to</source>
            <translation>素数の上限</translation>
        </message>
        <message>
            <source>Rounds</source>
            <translation>ラウンド数</translation>
        </message>
        <message>
            <source>Rows and columns</source>
            <translation>行数と列数</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>周回数</translation>
        </message>
        <message>
            <source>Command and arguments</source>
            <translation>コマンドと引数</translation>
        </message>
        <message>
            <source>gzip -k big-{index}.log</source>
            <translation>gzip -k big-{index}.log</translation>
        </message>
        <message>
            <source>Started without a shell. Quotes group words; $, *, | and &gt; mean nothing. {index} is the task&apos;s number.</source>
            <translation>シェルを使わずに起動します。引用符は語をまとめます。$、*、|、&gt; に意味はありません。{index} はタスクの番号です。</translation>
        </message>
        <message>
            <source>Module</source>
            <translation>モジュール</translation>
        </message>
        <message>
            <source>images.thumbnails</source>
            <translation>images.thumbnails</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>関数</translation>
        </message>
        <message>
            <source>resize</source>
            <translation>resize</translation>
        </message>
        <message>
            <source>Arguments, as a JSON list</source>
            <translation>引数（JSON の配列）</translation>
        </message>
        <message>
            <source>[&quot;photo-{index}.jpg&quot;, 200]</source>
            <translation>[&quot;photo-{index}.jpg&quot;, 200]</translation>
        </message>
        <message>
            <source>Folder of the module</source>
            <translation>モジュールのフォルダー</translation>
        </message>
        <message>
            <source>empty: as Python finds it</source>
            <translation>空欄: Python の検索順</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>メモリ</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時間</translation>
        </message>
        <message>
            <source>%1, %2 to %3</source>
            <translation>%1、%2–%3</translation>
        </message>
        <message>
            <source>%1–%2</source>
            <translation>%1–%2</translation>
        </message>
    </context>
    <context>
        <name>CurveChart</name>
        <message>
            <source>%1×</source>
            <translation>%1 倍</translation>
        </message>
    </context>
    <context>
        <name>SpeedupChart</name>
        <message>
            <source>%1×</source>
            <translation>%1 倍</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>a gain beyond chance</source>
            <translation>偶然とは言えない向上</translation>
        </message>
        <message>
            <source>a loss beyond chance</source>
            <translation>偶然とは言えない低下</translation>
        </message>
        <message>
            <source>no difference that could be told from chance</source>
            <translation>偶然と区別できる差はない</translation>
        </message>
        <message>
            <source>too few runs to tell it from chance</source>
            <translation>偶然と区別するには実行が少なすぎる</translation>
        </message>
        <message>
            <source>%1 with %2 at once: %3 as fast as one after the other</source>
            <translation>%1、同時 %2: 逐次の %3 の速さ</translation>
        </message>
        <message>
            <source>95 % interval %1 to %2</source>
            <translation>95 % 区間 %1〜%2</translation>
        </message>
        <message>
            <source>at best %1, for %2</source>
            <translation>%2では最大 %1</translation>
        </message>
        <message>
            <source>efficiency %1</source>
            <translation>効率 %1</translation>
        </message>
        <message>
            <source>serial part by Karp and Flatt %1</source>
            <translation>Karp-Flatt による逐次部分 %1</translation>
        </message>
        <message>
            <source>one after the other %1 as fast as at %2</source>
            <translation>逐次で %2 の %1 の速さ</translation>
        </message>
        <message>
            <source>parallel gain %1</source>
            <translation>並列による向上 %1</translation>
        </message>
        <message>
            <source>together %1</source>
            <translation>合わせて %1</translation>
        </message>
        <message>
            <source>At best</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Amdahl, %1 serial</source>
            <translation>アムダール、逐次 %1</translation>
        </message>
        <message>
            <source>Parallel gain</source>
            <translation>並列による向上</translation>
        </message>
        <message>
            <source>CPU of one process</source>
            <translation>1 プロセスの CPU</translation>
        </message>
        <message>
            <source>Tier gain</source>
            <translation>メモリによる向上</translation>
        </message>
        <message>
            <source>Tier and parallel gain</source>
            <translation>メモリと並列による向上</translation>
        </message>
        <message>
            <source>Gain of running tasks at once, against memory tier.</source>
            <translation>メモリサイズごとの、同時実行による向上。</translation>
        </message>
        <message>
            <source>Gain against the smallest tier, against memory tier.</source>
            <translation>メモリサイズごとの、最小サイズに対する向上。</translation>
        </message>
        <message>
            <source>Measure a tier one after the other and in parallel: their gain stands here.</source>
            <translation>あるサイズで逐次と並列の両方を測定すると、その向上がここに表示されます。</translation>
        </message>
        <message>
            <source>Gain</source>
            <translation>速さの比</translation>
        </message>
        <message>
            <source>no gain</source>
            <translation>向上なし</translation>
        </message>
        <message>
            <source>At %1, %2 at once are %3 as fast as one after the other, of %4 at best for %5.</source>
            <translation>%1 で同時 %2 にすると逐次の %3 の速さ。%5での上限は %4 です。</translation>
        </message>
        <message>
            <source>Parallel begins to win at about %1 MB.</source>
            <translation>並列が有利になり始めるのは約 %1 MB です。</translation>
        </message>
    </context>
    <context>
        <name>CostChart</name>
        <message>
            <source>%1 × %2</source>
            <translation>%1 × %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1、%2</translation>
        </message>
        <message>
            <source>%1 a run</source>
            <translation>1 回 %1</translation>
        </message>
        <message>
            <source>%1 a million runs</source>
            <translation>100 万回で %1</translation>
        </message>
        <message>
            <source>%1 ms billed</source>
            <translation>課金 %1 ms</translation>
        </message>
        <message>
            <source>no other is both as fast and as cheap</source>
            <translation>これと同じかそれ以上に速く安いものはほかにない</translation>
        </message>
        <message>
            <source>another is as fast and as cheap, and better in one</source>
            <translation>同等以上で、速さか価格のどちらかで勝るものがある</translation>
        </message>
        <message>
            <source>fastest</source>
            <translation>最速</translation>
        </message>
        <message>
            <source>cheapest</source>
            <translation>最安</translation>
        </message>
        <message>
            <source>balanced</source>
            <translation>バランス</translation>
        </message>
        <message>
            <source>in time</source>
            <translation>時間内</translation>
        </message>
        <message>
            <source>in budget</source>
            <translation>予算内</translation>
        </message>
        <message>
            <source>, </source>
            <translation>・</translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>%1 以内</translation>
        </message>
        <message>
            <source>Measure memory tiers: what they cost and how long they take stands here.</source>
            <translation>メモリサイズを測定すると、費用と時間がここに表示されます。</translation>
        </message>
        <message>
            <source>USD a million runs</source>
            <translation>100 万回あたりの USD</translation>
        </message>
        <message>
            <source>Cost of a million runs against runtime.</source>
            <translation>実行時間に対する 100 万回の費用。</translation>
        </message>
        <message>
            <source>%1: %2, %3.</source>
            <translation>%1: %2、%3。</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>nothing measured is within it</source>
            <translation>測定したものに該当なし</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Cheapest</source>
            <translation>最安</translation>
        </message>
        <message>
            <source>Fastest</source>
            <translation>最速</translation>
        </message>
        <message>
            <source>Balanced</source>
            <translation>バランス</translation>
        </message>
        <message>
            <source>Cheapest in time</source>
            <translation>時間内で最安</translation>
        </message>
        <message>
            <source>Fastest in budget</source>
            <translation>予算内で最速</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::SpeedupPage</name>
        <message>
            <source>What is compared</source>
            <translation>比べるもの</translation>
        </message>
        <message>
            <source>Parallel gain</source>
            <translation>並列による向上</translation>
        </message>
        <message>
            <source>Tier gain</source>
            <translation>メモリによる向上</translation>
        </message>
        <message>
            <source>Speed-up chart</source>
            <translation>速度向上のグラフ</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>グラフ</translation>
        </message>
        <message>
            <source>Copies or saves the chart and its data</source>
            <translation>グラフとデータをコピーまたは保存します</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::CostPage</name>
        <message>
            <source>Architecture</source>
            <translation>アーキテクチャ</translation>
        </message>
        <message>
            <source>Longest runtime in seconds</source>
            <translation>最長の実行時間（秒）</translation>
        </message>
        <message>
            <source>Highest cost of a million runs in USD</source>
            <translation>100 万回の最高費用（USD）</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>リージョン</translation>
        </message>
        <message>
            <source>Balance of cost and time</source>
            <translation>費用と時間のバランス</translation>
        </message>
        <message>
            <source>What counts more in the balance: in the middle twice as fast is worth twice the price</source>
            <translation>バランスで重視するもの: 中央では、2 倍の速さに 2 倍の価格の価値があるとみなします</translation>
        </message>
        <message>
            <source>Cost chart</source>
            <translation>費用のグラフ</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>グラフ</translation>
        </message>
        <message>
            <source>Copies or saves the chart and its data</source>
            <translation>グラフとデータをコピーまたは保存します</translation>
        </message>
        <message>
            <source>at most</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>USD a million</source>
            <translation>USD／100 万回</translation>
        </message>
        <message>
            <source>cheap</source>
            <translation>安さ</translation>
        </message>
        <message>
            <source>fast</source>
            <translation>速さ</translation>
        </message>
        <message>
            <source>Give a number above 0, such as 2.5</source>
            <translation>2.5 のように 0 より大きい数を指定してください</translation>
        </message>
        <message>
            <source>Prices of %1 in %2 as of %3, without the free tier.</source>
            <translation>%2 の %1 の価格（%3 時点、無料枠を除く）。</translation>
        </message>
        <message>
            <source>An estimate: this computer's seconds are taken for Lambda's.</source>
            <translation>見積もり: このコンピューターの秒数を Lambda のものとみなしています。</translation>
        </message>
        <message>
            <source>%1: %2, %3.</source>
            <translation>%1: %2、%3。</translation>
        </message>
        <message>
            <source>Your own price of a GB-second in USD</source>
            <translation>GB 秒あたりの独自の料金（USD）</translation>
        </message>
        <message>
            <source>The price of %1 in %2 is not known here: choose another region or architecture, or give your own.</source>
            <translation>%2 の %1 の料金は分かりません。別のリージョンかアーキテクチャを選ぶか、料金を入力してください。</translation>
        </message>
        <message>
            <source>The price of a GB-second is your own.</source>
            <translation>GB 秒あたりの料金は入力された値です。</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>不明</translation>
        </message>
    </context>
    <context>
        <name>TaskSearch</name>
        <message>
            <source>longest</source>
            <translation>最長</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失敗</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>slot %1</source>
            <translation>スロット %1</translation>
        </message>
        <message>
            <source>CPU used against quota, in vCPUs</source>
            <translation>使用 CPU と割り当て（vCPU）</translation>
        </message>
        <message>
            <source>quota %1 vCPU</source>
            <translation>割り当て %1 vCPU</translation>
        </message>
        <message>
            <source>runs</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>process starts</source>
            <translation>プロセスの起動</translation>
        </message>
        <message>
            <source>share throttled</source>
            <translation>抑制された割合</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>waits for a slot</source>
            <translation>スロット待ち</translation>
        </message>
        <message>
            <source>%1 more at this pixel: zoom in</source>
            <translation>この位置にほか %1 件: 拡大してください</translation>
        </message>
        <message>
            <source>cold start</source>
            <translation>コールドスタート</translation>
        </message>
        <message>
            <source>warm-up</source>
            <translation>ウォームアップ</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 回中 %1 回目</translation>
        </message>
        <message>
            <source>%1 at once</source>
            <translation>同時 %1</translation>
        </message>
        <message>
            <source>%1 of %2 failed</source>
            <translation>%2のうち %1 件が失敗</translation>
        </message>
        <message>
            <source>%1 never started</source>
            <translation>%1 件は未開始</translation>
        </message>
        <message>
            <source>the tier's time: measured ÷ %1</source>
            <translation>サイズの時間: 実測 ÷ %1</translation>
        </message>
        <message>
            <source>%1 in %2 slots.</source>
            <translation>%2 個のスロットで%1。</translation>
        </message>
        <message>
            <source>The longest, task %1, ran %2.</source>
            <translation>最長はタスク %1 の %2。</translation>
        </message>
        <message>
            <source>Task %1 · slot %2</source>
            <translation>タスク %1 · スロット %2</translation>
        </message>
        <message>
            <source>Task %1 · never started</source>
            <translation>タスク %1 · 未開始</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>timed out</source>
            <translation>時間切れ</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>中止</translation>
        </message>
        <message>
            <source>failed: %1</source>
            <translation>失敗: %1</translation>
        </message>
        <message>
            <source>ran %1, from %2 to %3</source>
            <translation>実行 %1（%2 から %3 まで）</translation>
        </message>
        <message>
            <source>waited %1 for a slot</source>
            <translation>スロット待ち %1</translation>
        </message>
        <message>
            <source>its process took %1 to start</source>
            <translation>プロセスの起動に %1</translation>
        </message>
        <message>
            <source>CPU time %1, %2 % of its time</source>
            <translation>CPU 時間 %1（実行時間の %2 %）</translation>
        </message>
        <message>
            <source>memory at most %1</source>
            <translation>メモリは最大 %1</translation>
        </message>
        <message>
            <source>CPU given up %1 times, taken away %2 times</source>
            <translation>CPU を譲った %1 回、取り上げられた %2 回</translation>
        </message>
        <message>
            <source>page faults: %1 without reading, %2 with</source>
            <translation>ページフォルト: 読み込みなし %1、あり %2</translation>
        </message>
        <message>
            <source>computing</source>
            <translation>計算</translation>
        </message>
        <message>
            <source>starting processes</source>
            <translation>プロセスの起動</translation>
        </message>
        <message>
            <source>throttled by the quota</source>
            <translation>割り当てによる抑制</translation>
        </message>
        <message>
            <source>contention</source>
            <translation>競合</translation>
        </message>
        <message>
            <source>idle slots</source>
            <translation>空きスロット</translation>
        </message>
        <message>
            <source>scheduling</source>
            <translation>スケジューリング</translation>
        </message>
        <message>
            <source>Where %1 went</source>
            <translation>%1 の内訳</translation>
        </message>
        <message>
            <source>%1, %2: where %3 went</source>
            <translation>%1、%2: %3 の内訳</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::TaskTableModel</name>
        <message>
            <source>Task</source>
            <translation>タスク</translation>
        </message>
        <message>
            <source>Slot</source>
            <translation>スロット</translation>
        </message>
        <message>
            <source>Wait</source>
            <translation>待ち</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>CPU time</source>
            <translation>CPU 時間</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>メモリ</translation>
        </message>
        <message>
            <source>Switches</source>
            <translation>切り替え</translation>
        </message>
        <message>
            <source>Faults</source>
            <translation>フォルト</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>結果</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::TimelinePage</name>
        <message>
            <source>no other run</source>
            <translation>比較なし</translation>
        </message>
        <message>
            <source>what runs now</source>
            <translation>実行中のもの</translation>
        </message>
        <message>
            <source>Reading the run's tasks …</source>
            <translation>タスクを読み込んでいます…</translation>
        </message>
        <message>
            <source>The published measurements have no record of single tasks. Press Run to measure this computer: then each task is here, when it waited and ran, and what it used.</source>
            <translation>公開された測定値には個々のタスクの記録がありません。「実行」を押してこのコンピューターで測定すると、各タスクがいつ待ち、いつ動き、何を使ったかがここに表示されます。</translation>
        </message>
        <message>
            <source>No run has been measured yet. Press Run, and its tasks are here as they come.</source>
            <translation>まだ何も測定していません。「実行」を押すと、タスクが順次ここに表示されます。</translation>
        </message>
        <message>
            <source>This run has no record of its tasks. Choose another run, or press Run to measure anew.</source>
            <translation>この回にはタスクの記録がありません。別の回を選ぶか、「実行」を押して測り直してください。</translation>
        </message>
        <message>
            <source>not a number, a time such as &gt; 1.2 s, longest or failed</source>
            <translation>番号、&gt; 1.2 s のような時間、最長、失敗のいずれかを入力してください</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>%1 found</source>
            <translation>%1 件</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>実行</translation>
        </message>
        <message>
            <source>Run to compare with</source>
            <translation>比較する回</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全体を表示</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>グラフ</translation>
        </message>
        <message>
            <source>Find tasks</source>
            <translation>タスクを検索</translation>
        </message>
        <message>
            <source>7, &gt; 1.2 s, longest, failed</source>
            <translation>7、&gt; 1.2 s、最長、失敗</translation>
        </message>
        <message>
            <source>A task's number, a time such as &gt; 1.2 s or &lt; 300 ms, longest, or failed. Enter goes to the next one, Shift+Enter to the one before.</source>
            <translation>タスクの番号、&gt; 1.2 s や &lt; 300 ms のような時間、最長、または失敗。Enter で次、Shift+Enter で前に移ります。</translation>
        </message>
        <message>
            <source>The whole run again (Home)</source>
            <translation>全体に戻します（Home）</translation>
        </message>
        <message>
            <source>Copies or saves the picture and the tasks</source>
            <translation>図とタスクをコピーまたは保存します</translation>
        </message>
        <message>
            <source>against</source>
            <translation>比較</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>タイムライン</translation>
        </message>
        <message>
            <source>Timeline of the tasks</source>
            <translation>タスクのタイムライン</translation>
        </message>
        <message>
            <source>Where the time went</source>
            <translation>時間の内訳</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>タスク</translation>
        </message>
    </context>
    <context>
        <name>tierscope::ui::TimelineView</name>
        <message>
            <source>Slots</source>
            <translation>スロット</translation>
        </message>
    </context>
</TS>
