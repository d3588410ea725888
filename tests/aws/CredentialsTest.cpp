// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/Credentials.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <unistd.h>

namespace tierscope::core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSecret = "THE-SECRET";

class CredentialsTest : public testing::Test {
protected:
    CredentialsTest()
    {
        m_folder = std::filesystem::temp_directory_path() / ("tierscope-credentials-" + std::to_string(getpid()));
        std::filesystem::create_directories(m_folder / ".aws");
        variables["HOME"] = m_folder;
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
    }
    ~CredentialsTest() override { std::filesystem::remove_all(m_folder); }
    CredentialsTest(const CredentialsTest&) = delete;
    CredentialsTest& operator=(const CredentialsTest&) = delete;

    void write(const std::string& name, const std::string& text) const { std::ofstream(m_folder / ".aws" / name) << text; }
    [[nodiscard]] Environment environment() const
    {
        return [this](const std::string& name) {
            const auto found = variables.find(name);
            return found == variables.end() ? std::string{} : found->second;
        };
    }
    Result<Credentials> find(const AwsAccess& access = {})
    {
        CredentialSource source(
            access, environment(), [this] { return now; },
            [this](const HttpRequest& request, const HttpLimits&, const std::stop_token&) -> HttpResult {
                requests.push_back(request.method + ' ' + request.endpoint.url() + request.encodedPath());
                if (answer)
                    return answer(request);
                return tl::unexpected(HttpFailure{{ErrorCode::TimedOut, "silence", {}}, false});
            });
        return source.credentials({});
    }

    std::map<std::string, std::string> variables;
    std::vector<std::string> requests;
    std::function<HttpResult(const HttpRequest&)> answer;
    UnixTime now = parseIsoTime("2026-01-31T09:00:00Z").value();

private:
    std::filesystem::path m_folder;
};

TEST_F(CredentialsTest, TheEnvironmentComesFirstUnlessAProfileIsChosen)
{
    variables["AWS_ACCESS_KEY_ID"] = "E";
    variables["AWS_SECRET_ACCESS_KEY"] = kSecret;
    write("credentials", "[work]\naws_access_key_id = W\naws_secret_access_key = w\n");
    EXPECT_EQ(find()->accessKeyId.reveal(), "E");
    EXPECT_EQ(find({"work", {}, {}})->accessKeyId.reveal(), "W");
    variables.erase("AWS_SECRET_ACCESS_KEY");
    EXPECT_THAT(find().error().message, HasSubstr("only one of"));
}

TEST_F(CredentialsTest, FilesOfTheProfile)
{
    variables["AWS_PROFILE"] = "b";
    write("credentials",
          "[a]\naws_access_key_id=A\naws_secret_access_key=a\n[b]\naws_access_key_id = B # home\naws_secret_access_key=b=+/\n");
    write("config", "[default]\nregion=eu-west-1\n[profile b]\nregion = ap-northeast-1\ns3 =\n  max = 3\n");
    const auto credentials = find();
    EXPECT_EQ(credentials->accessKeyId.reveal(), "B");
    EXPECT_EQ(credentials->secretKey.reveal(), "b=+/");
    const auto config = SharedConfig::load(environment());
    EXPECT_EQ(resolveRegion({}, *config, environment()), "ap-northeast-1");
    EXPECT_EQ(resolveRegion({"default", {}, {}}, *config, environment()), "eu-west-1");
    EXPECT_EQ(resolveRegion({{}, "us-east-1", {}}, *config, environment()), "us-east-1");
    EXPECT_THAT(config->profiles(), ElementsAre("a", "b", "default"));
    EXPECT_THAT(find({"c", {}, {}}).error().message, HasSubstr("no profile \"c\""));
}

TEST_F(CredentialsTest, AProcessIsStartedWithoutAShellAndItsWordsAreNotRepeated)
{
    write("config", std::string("[default]\ncredential_process = printf '{\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"") + kSecret
                        + "\",\"Expiration\":\"2026-01-31T10:00:00Z\"}' $HOME\n");
    const auto credentials = find();
    ASSERT_TRUE(credentials) << credentials.error().sentence();
    EXPECT_EQ(credentials->accessKeyId.reveal(), "$HOME");
    write("config", std::string("[default]\ncredential_process = printf '{\"SecretAccessKey\":\"") + kSecret + "\"}'\n");
    EXPECT_THAT(find().error().sentence(), Not(HasSubstr(kSecret)));
    write("config", "[default]\ncredential_process = false\n");
    EXPECT_EQ(find().error().code, ErrorCode::PermissionDenied);
    write("config", "[default]\ncredential_process = no-such-program\n");
    EXPECT_EQ(find().error().code, ErrorCode::NotFound);
}

TEST_F(CredentialsTest, ExpiredOnesAreRefusedWithAWayOut)
{
    write("config", "[default]\ncredential_process = printf "
                    "'{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Expiration\":\"2026-01-31T08:59:59Z\"}'\n");
    EXPECT_THAT(find().error().sentence(), HasSubstr("expired"));
}

TEST_F(CredentialsTest, TheContainersServiceAndItsToken)
{
    variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1:9000/get?role=a";
    variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "let me";
    answer = [](const HttpRequest& request) -> HttpResult {
        EXPECT_EQ(request.headers.at("authorization"), "let me");
        EXPECT_EQ(request.encodedQuery(), "role=a");
        return HttpResponse{200, {}, R"({"AccessKeyId":"C","SecretAccessKey":"c","Token":"t","Expiration":"2026-01-31T12:00:00Z"})"};
    };
    EXPECT_EQ(find()->sessionToken.reveal(), "t");
    variables["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "a\r\nEvil: b";
    EXPECT_FALSE(find().has_value());
    variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://192.0.2.1/get";
    requests.clear();
    EXPECT_FALSE(find().has_value());
    EXPECT_THAT(requests, testing::IsEmpty()) << "nothing goes unencrypted to another computer";
}

TEST_F(CredentialsTest, TheInstancesServiceNeedsASessionFirst)
{
    variables.erase("AWS_EC2_METADATA_DISABLED");
    answer = [](const HttpRequest& request) -> HttpResult {
        if (request.method == "PUT")
            return HttpResponse{200, {}, "session"};
        EXPECT_EQ(request.headers.at("x-aws-ec2-metadata-token"), "session");
        return HttpResponse{200, {}, request.path.back().empty() ? "role\n" : R"({"AccessKeyId":"I","SecretAccessKey":"i","Token":"t"})"};
    };
    EXPECT_EQ(find()->accessKeyId.reveal(), "I");
    const std::string base = "http://169.254.169.254/latest/";
    EXPECT_THAT(requests, ElementsAre("PUT " + base + "api/token", "GET " + base + "meta-data/iam/security-credentials/",
                                      "GET " + base + "meta-data/iam/security-credentials/role"));
}

TEST_F(CredentialsTest, NoneAnywhereSaysWhereWasLooked)
{
    EXPECT_THAT(find().error().sentence(), HasSubstr("no AWS credentials were found"));
    EXPECT_THAT(requests, testing::IsEmpty());
}

TEST(SplitCommandTest, Words)
{
    const auto words = [](const char* text) { return splitCommand(text).value(); };
    EXPECT_THAT(words(R"(  a "b c" 'd "e' f\ g h"i"j "k\"l" "m\n" '' )"),
                ElementsAre("a", "b c", "d \"e", "f g", "hij", "k\"l", "m\\n", ""));
    EXPECT_THAT(words("a;b|c $(d) `e`"), ElementsAre("a;b|c", "$(d)", "`e`"));
    EXPECT_FALSE(splitCommand("a \"b").has_value());
}

TEST(IniTest, ALineThatIsNoneIsNamedAndNotShown)
{
    const auto result = parseIni(std::string("[a]\nb = c\n") + kSecret + "\n", "the file");
    EXPECT_THAT(result.error().message, HasSubstr("line 3"));
    EXPECT_THAT(result.error().sentence(), Not(HasSubstr(kSecret)));
    EXPECT_FALSE(parseIni("a = b", "the file").has_value());
    EXPECT_FALSE(parseIni("[a", "the file").has_value());
}

TEST(IsoTimeTest, Forms)
{
    const auto seconds = [](const char* text) { return parseIsoTime(text).value().time_since_epoch().count(); };
    EXPECT_EQ(seconds("1970-01-02T00:00:01Z"), 86401);
    EXPECT_EQ(seconds("1970-01-01T09:00:01.123456+09:00"), 1);
    EXPECT_EQ(seconds("1970-01-01T00:00:00-0100"), 3600);
    for (const char* text :
         {"", "1970-13-01T00:00:00Z", "1970-02-30T00:00:00Z", "1970-01-01", "1970-01-01T00:00:00X", "1970-01-01T24:00:00Z"})
        EXPECT_FALSE(parseIsoTime(text).has_value()) << text;
}

} // namespace
} // namespace tierscope::core
