using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json.Oracle;

public sealed class OracleTests(ITestOutputHelper output)
{
    private const int Mutants = 100_000;

    private const string Body = """
        {"id":1050118621198921728,"id_str":"1050118621198921728","name":"Twitter \u00c9\ud83d\udc26 \"API\" 世界",
        "location":null,"verified":true,"followers_count":6133636,"utc_offset":-25200,"muting":false,"score":-12.5e-1,
        "price":"12.50","born":"2000-02-29","seen_at":1386995755.25,"kind":"bot","kinds":["bot","","\u00e9"],
        "created_at":"Wed May 23 06:01:13 +0000 2007","profile":{"a":[1,{"b":null}],"c":"\/","d":1.5e3},
        "status":{"created_at":"Tue Feb 29 23:59:59 +05:30 2000","id":"877209473842073600",
        "text":"To\nhttps:\/\/t.co\/x","retweet_count":null,
        "favorited":false,"latitude":37.78217,"quoted_status":{"id":12,"text":"","favorited":true,
        "created_at":"Wed Aug 27 13:08:45 -0000 2008","extra":[[],[{}],""]}},
        "urls":[{"url":"https:\/\/t.co\/a","expanded_url":"https://developer.twitter.com","indices":[0,23]},
        {"url":"","expanded_url":null,"indices":[]}],"tags":["dev","über","\u0000"],"counts":{"a":1,"\u0062":"2","":-3},
        "attributes":{ "k" : [1.0, true, "v\u00fc", {}] },
        "profile_background_image_url_https":"http:\/\/abs.twimg.com\/bg.png"}
        """;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        Converters = { new OracleElementConverter(), new OracleKindConverter() },
    };

    // Only for comparing what was read: a double may be infinite.
    private static readonly JsonSerializerOptions Comparison = new(Options)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mutated_bodies_are_read_as_System_Text_Json_reads_them(int seed)
    {
        int accepted = 0;
        var differences = new List<string>();
        byte[] body = Encoding.UTF8.GetBytes(Body);
        Assert.NotNull(ReadAsOracle(body));
        Assert.Equal(ReadAsOracle(body), ReadAsGenerated(body));

        var mutator = new BodyMutator(body, seed);
        for (int i = 0; i < Mutants; i++)
        {
            byte[] mutant = mutator.Next();
            string? expected = ReadAsOracle(mutant);
            string? actual = ReadAsGenerated(mutant);
            if (expected is not null)
                accepted++;
            if (expected != actual)
                differences.Add($"{Encoding.Latin1.GetString(mutant)}\nexpected: {expected}\nread: {actual}");
        }

        string result = $"Seed {seed}: {Mutants} mutants, {accepted} accepted, {differences.Count} read differently.";
        output.WriteLine(result);
        Assert.True(differences.Count == 0, $"{result}\n{differences.FirstOrDefault()}");
        Assert.InRange(accepted, Mutants / 10, Mutants * 9 / 10);
    }

    public static TheoryData<int> Seeds => [20080827, Random.Shared.Next()];

    private static string? ReadAsGenerated(byte[] utf8)
    {
        try
        {
            return Describe(JsonBody.Read(utf8, OracleUser.Read));
        }
        catch (ApiFormatException)
        {
            return null;
        }
    }

    private static string? ReadAsOracle(byte[] utf8)
    {
        // The differences that JsonBody documents: a byte order mark is skipped here, the body itself is no null below,
        // and converters see to lists and free-form values.
        ReadOnlySpan<byte> text = utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? utf8.AsSpan(3) : utf8;
        try
        {
            OracleUser? user = JsonSerializer.Deserialize<OracleUser>(text, Options);
            return user is null ? null : Describe(user);
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Describe(OracleUser user) => JsonSerializer.Serialize(user, Comparison);
}
