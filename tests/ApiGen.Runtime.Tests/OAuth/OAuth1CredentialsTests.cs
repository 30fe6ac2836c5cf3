using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class OAuth1CredentialsTests
{
    private static readonly OAuth1Credentials Credentials = new(
        "xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
        "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE", "370773112");

    [Fact]
    public void Printed_credentials_show_only_the_beginning_of_key_and_token() =>
        Assert.Equal("OAuth1Credentials(consumer key xvz1…, token 3707…)", Credentials.ToString());

    [Fact]
    public void Of_a_short_key_or_token_nothing_is_printed() => Assert.Equal(
        "OAuth1Credentials(consumer key …, token …)",
        new OAuth1Credentials("dpf43f3p2l4k3l0", "cs", "nnch734d00sl2jd", "ts").ToString());

    [Fact]
    public void The_debugger_shows_what_is_printed_and_leaves_out_the_rest()
    {
        Assert.Equal(
            "{ToString(),nq}", typeof(OAuth1Credentials).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        Assert.All(
            typeof(OAuth1Credentials).GetProperties(BindingFlags.Instance | BindingFlags.NonPublic),
            property => Assert.Equal(
                DebuggerBrowsableState.Never, property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
    }

    [Fact]
    public void Serialised_credentials_hold_no_secret_and_no_token() => Assert.Equal(
        """{"ConsumerKey":"xvz1evFS4wEEPTGEFPHBog","UserId":"370773112"}""", JsonSerializer.Serialize(Credentials));

    [Theory]
    [InlineData("", "cs", "t", "ts", null, "consumerKey")]
    [InlineData(null, "cs", "t", "ts", null, "consumerKey")]
    [InlineData("ck", null, "t", "ts", null, "consumerSecret")]
    [InlineData("ck", "cs", "", "ts", null, "token")]
    [InlineData("ck", "cs", null, "ts", null, "token")]
    [InlineData("ck", "cs", "t", null, null, "tokenSecret")]
    [InlineData("ck", "cs", "t", "ts", "", "userId")]
    public void What_is_missing_is_named(
        string? consumerKey, string? consumerSecret, string? token, string? tokenSecret, string? userId,
        string missing) =>
        Assert.Equal(missing, Assert.ThrowsAny<ArgumentException>(
            () => new OAuth1Credentials(consumerKey!, consumerSecret!, token!, tokenSecret!, userId)).ParamName);

    [Fact]
    public void Secrets_may_be_empty_and_the_user_unknown() =>
        Assert.Null(new OAuth1Credentials("ck", "", "t", "").UserId);
}
