// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include <vector>

namespace {

struct Message {
    QString source;
    QStringList translations; ///< one, or one a plural form
    bool isFinished = true;
};

std::vector<Message> readMessages()
{
    QFile file(QStringLiteral(TIERSCOPE_RESOURCES "/translations/tierscope_ja.ts"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message"))
            messages.emplace_back();
        else if (xml.name() == QLatin1String("source"))
            messages.back().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.back().translations.append(text.trimmed().isEmpty() ? QString() : text);
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return messages;
}

QSet<QString> places(const QString& text)
{
    static const QRegularExpression kPlace(QStringLiteral("%(L?[0-9]|n)"));
    QSet<QString> found;
    for (auto match = kPlace.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

TEST(JapaneseTest, EveryTextIsTranslated)
{
    const std::vector<Message> messages = readMessages();
    EXPECT_GT(messages.size(), 200U);
    for (const Message& message : messages) {
        EXPECT_TRUE(message.isFinished) << message.source.toStdString();
        for (const QString& translation : message.translations)
            EXPECT_EQ(translation.isEmpty(), message.source.isEmpty()) << message.source.toStdString();
    }
}

TEST(JapaneseTest, EveryFigureHasItsPlace)
{
    for (const Message& message : readMessages())
        for (const QString& translation : message.translations)
            EXPECT_EQ(places(translation), places(message.source)) << message.source.toStdString();
}

} // namespace
