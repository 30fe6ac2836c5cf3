using System.Text.RegularExpressions;
using ApiGen.Generator.Tests.Pipeline;
using ApiGen.OAuth;
using CsCheck;

namespace ApiGen.Generator.Tests.Emit;

/// <summary>What the generator encodes for signatures, against what the runtime encodes by itself.</summary>
public sealed class SignedTextTests
{
    private static readonly Gen<string> Paths = Gen.String[Gen.Char["AZaz09-._~!$&'()*+,;=:@/"], 0, 12]
        .Select(text => $"/{text}")
        .Where(path => !path.Split('/').Any(segment => segment is "." or ".."));

    private static readonly Gen<string> Bases = Gen.OneOf(
        "https://api.birds.example", "HTTPS://API.Birds.Example:443/", "http://birds.example:8080",
        "http://birds.example:443", "https://xn--bcher-kva.example.", "http://a_b.example", "http://127.1:5000");

    [Fact]
    public void Any_address_is_encoded_as_the_signer_does() =>
        Gen.Select(Bases, Paths).Sample(
            (root, path) =>
            {
                string generated = Generate(root, path);

                string signed = Literal(generated, "SignedOrigin") + Literal(generated, "SignedPath");

                Assert.Equal(Explain(root.TrimEnd('/') + path), $"POST&{signed}");
            },
            iter: 300);

    [Theory]
    [InlineData("https://bücher.example")]
    [InlineData("https://[2001:DB8::1]:8443")]
    public void A_host_that_must_be_rewritten_first_is_left_to_the_runtime(string root) =>
        Assert.DoesNotContain("SignedOrigin", Generate(root, "/birds.json"), StringComparison.Ordinal);

    [Fact]
    public void A_path_with_arguments_in_it_is_left_to_the_runtime() =>
        Assert.DoesNotContain("SignedPath", Generate("https://birds.example", "/birds/{id}"), StringComparison.Ordinal);

    private static string Generate(string root, string path)
    {
        string parameters = path.Contains('{', StringComparison.Ordinal) ? "{ id: { type: int64 } }" : "{}";
        var driver = new SpecDriver(new SpecText("birds.yaml", $$"""
            api: Birds
            base: "{{root}}"
            auth: { user: { scheme: oauth1 } }
            ---
            endpoint: birds/show
            of: Birds
            request: "POST {{path}}"
            send: query
            auth: user
            parameters: {{parameters}}
            returns: json
            """));
        return string.Concat(driver.Run().GeneratedSources.Select(source => source.SourceText.ToString()));
    }

    private static string Literal(string generated, string property) =>
        Regex.Match(generated, $"\\b{property} = \"(.*)\",").Groups[1].Value;

    /// <summary>Method and address as the base string begins with them.</summary>
    private static string Explain(string address)
    {
        var asItStands = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        string explanation = new OAuth1Signer(new OAuth1Credentials("key", "secret"))
            .Explain(new OAuth1Request(HttpMethod.Post, new Uri(address, asItStands)));
        return Regex.Match(explanation, "^base string: (.*&.*)&", RegexOptions.Multiline).Groups[1].Value;
    }
}
