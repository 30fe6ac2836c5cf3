using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Signing;

/// <summary>An endpoint whose calls carry arguments in path, query, form and headers at once.</summary>
internal sealed class BirdSongs
{
    public BirdSongs(OAuth1Scheme scheme)
    {
        Api = new()
        {
            Name = "Birds",
            BaseAddress = "https://birds.example:8443",
            Signing = scheme,
            Errors = new("errors", "code", "message"),
        };
        Search = new()
        {
            Api = Api,
            Name = "songs/search",
            Method = "POST",
            Path = "/songs/{ids}/search",
            Parameters =
            [
                new("X-Colours", "xColours", ParameterPlace.Header),
                new("a tag", "aTag", ParameterPlace.Form) { Join = ListJoin.Repeated },
                new("ids", "ids", ParameterPlace.Path),
                new("n", "n", ParameterPlace.Query) { Join = ListJoin.Repeated },
                new("since", "since", ParameterPlace.Form),
                new("z", "z", ParameterPlace.Query),
            ],
            Limits = [new BudgetLimit(BudgetScope.User, 5_000, TimeSpan.FromDays(1))],
            Read = static (ref JsonCursor json) => json.ReadJson(),
        };
    }

    public ApiDescriptor Api { get; }

    public EndpointDescriptor<JsonElement> Search { get; }

    public ApiDescription Description => new(
        Api,
        [
            new EndpointDescription(Search)
            {
                Parameters =
                [
                    new("X-Colours", "string[]", false), new("a tag", "string[]", false), new("ids", "int64[]", true),
                    new("n", "string[]", false), new("since", "date-time", false), new("z", "string", false),
                ],
                Example = """{"ok":true}"""u8.ToArray(),
            },
        ]);
}
