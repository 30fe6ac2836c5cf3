using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>An API that is called with tokens of OAuth 2.0 of its users.</summary>
internal static class BirdsApi
{
    public static readonly ApiDescriptor Descriptor = new()
    {
        Name = "Birds",
        BaseAddress = "https://birds.example",
        User = new()
        {
            Scheme = AuthScheme.OAuth2,
            Authorize = "https://www.birds.example/oauth2/authorize",
            Token = "/oauth2/token",
            UserField = "bird_id",
            Scopes = ["flock.read", "flock.write"],
        },
    };

    public static readonly EndpointDescriptor<bool> Show = new()
    {
        Api = Descriptor,
        Name = "flock/show",
        Method = "GET",
        Path = "/1/flock/show.json",
        Limits = [new(BudgetScope.User, 100, TimeSpan.FromHours(1))],
        Read = static (ref JsonCursor json) => json.ReadBoolean(),
    };

    public static readonly ApiDescription Description = new(Descriptor, [new(Show) { Example = "true"u8.ToArray() }]);
}
