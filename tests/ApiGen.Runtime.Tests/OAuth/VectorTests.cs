using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

/// <summary>What the public vectors say, kind by kind; the values are those of <c>vectors.json</c>.</summary>
public sealed class VectorTests
{
    private const string NoSecrets = "the source gives a signature and not the secrets behind it";
    private const string NoSuchHost = "no request can carry that host";

    public static TheoryData<string> Applicable =>
        new(Vector.All.Values.Where(vector => WhyNot(vector) is null).Select(vector => vector.Id));

    [Theory, MemberData(nameof(Applicable))]
    public void The_vector_passes(string id) => Check(Vector.All[id]);

    [Fact]
    public void The_table_of_kinds_is_as_long_as_the_collection()
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{"kind",-16} {"vectors",7} {"applicable",10} {"passed",6}  not applicable, or in parts only");
        int all = 0, passed = 0;
        foreach (IGrouping<string, Vector> kind in Vector.All.Values.GroupBy(vector => vector.Kind))
        {
            Vector[] applicable = [.. kind.Where(vector => WhyNot(vector) is null)];
            Assert.All(applicable, Check);
            IEnumerable<string> reasons = kind
                .Select(vector => WhyNot(vector) ?? PartsOnly(vector))
                .OfType<string>()
                .CountBy(reason => reason)
                .Select(reason => $"{reason.Value}: {reason.Key}");
            output.WriteLine(
                $"{kind.Key,-16} {kind.Count(),7} {applicable.Length,10} {applicable.Length,6}  "
                + string.Join("; ", reasons));
            all += kind.Count();
            passed += applicable.Length;
        }

        Assert.Equal((157, 154), (all, passed));
    }

    [Fact]
    public void Every_value_that_is_wrong_in_its_source_has_a_right_one() => Assert.All(
        Vector.All.Values.Where(vector => vector.Status is "wrong-in-source" or "divergent"),
        vector => Assert.All(vector.Expected, field => Assert.NotEqual(field.Value, vector.Correct[field.Key])));

    private static string? PartsOnly(Vector vector) =>
        vector.Kind == "request" ? new VectorRequest(vector).WhyNotSigned : null;

    private static string? WhyNot(Vector vector)
    {
        if (vector.Status == "header-only") return NoSecrets;
        return vector.Url.Contains(' ', StringComparison.Ordinal) ? NoSuchHost : null;
    }

    private static void Check(Vector vector)
    {
        switch (vector.Kind)
        {
            case "percent-encode":
                Assert.Equal(vector.Right("encoded"), PercentEncoding.Encode(vector.Input));
                break;
            case "normalize":
                Assert.Equal(
                    vector.Right("normalized_params"),
                    Parameters.Normalize(vector.Params.Select(pair => (pair[0], pair[1]))));
                break;
            case "base-string-uri":
                string prefix = Encoding.ASCII.GetString(SignatureBaseString.Prefix("GET", new Uri(vector.Url)));
                Assert.Equal($"GET&{Uri.EscapeDataString(vector.Right("base_string_uri")!)}&", prefix);
                break;
            case "sign-raw":
                Assert.Equal(
                    vector.Right("signature"),
                    new VectorRequest(vector).Sign(Encoding.ASCII.GetBytes(vector.BaseString)));
                break;
            default:
                var request = new VectorRequest(vector);
                request.AssertParts();
                if (request.WhyNotSigned is null) request.AssertSigned();
                break;
        }
    }
}
