using ApiGen.Sandbox.Verification;

namespace ApiGen.EndToEnd.Tests.Sandbox;

public sealed class AuthorizationHeaderTests
{
    [Theory]
    [InlineData("OAuth a=\"1\",b=\"2\"")]
    [InlineData("oauth a=\"1\", b=\"2\"")]
    [InlineData("OAUTH \t a = \"1\" \t,\t b= \"2\"  ")]
    [InlineData("OAuth realm=\"a, \\\"b\\\" & c\", a=\"1\", b=\"2\"")]
    [InlineData("OAuth %61=\"%31\", b=\"2\", Realm=\"\"")]
    public void Case_spaces_and_realm_do_not_matter(string text)
    {
        Assert.True(AuthorizationHeader.IsOAuth(text));
        Assert.True(AuthorizationHeader.TryParse(text, out AuthorizationHeader? header, out _));

        Assert.Equal(["a=1", "b=2"], header.Fields.Select(field => $"{field.Name}={field.Value}"));
    }

    [Theory]
    [InlineData("OAuth", "not a list")]
    [InlineData("OAuth a", "not a list")]
    [InlineData("OAuth a=1", "a is not in quotes")]
    [InlineData("OAuth a=\"1", "a has no closing quote")]
    [InlineData("OAuth a=\"1\\\"", "a has no closing quote")]
    [InlineData("OAuth a=\"1\" b=\"2\"", "a comma is missing after a")]
    [InlineData("OAuth a=\"1\",", "not a list")]
    [InlineData("OAuth =\"1\"", "'' is not the name")]
    [InlineData("OAuth a,b=\"1\"", "'a,b' is not the name")]
    [InlineData("OAuth a=\"1\", b=\"2\", a=\"1\"", "carries a twice")]
    [InlineData("OAuth realm=\"1\", realm=\"2\"", "carries realm twice")]
    [InlineData("OAuth a=\"x+y\"", "a contains '+'")]
    [InlineData("OAuth a=\"x=\"", "a contains '='")]
    [InlineData("OAuth a=\"50%\"", "a contains '%'")]
    public void A_header_that_breaks_the_grammar_is_refused_with_the_place(string text, string problem)
    {
        Assert.False(AuthorizationHeader.TryParse(text, out _, out string? found));
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("OAuth2 abc")]
    [InlineData("")]
    public void Another_scheme_is_not_taken_for_OAuth(string text) => Assert.False(AuthorizationHeader.IsOAuth(text));
}
