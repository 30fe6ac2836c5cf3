using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Secrecy;

/// <summary>Calls with sensitive arguments of every kind that is sent as text, as generated methods make them.</summary>
internal sealed class SensitiveCalls
{
    private const string Pin = "4711";
    private const string Name = "Zoë \"Kākāpō\" O'Neil & <sons>/100%";
    private const string Short = "x7+";
    private const long Card = 4111111111111111;

    private static readonly EndpointDescriptor<bool> Post = Endpoint(
        "POST",
        new("card", "card", ParameterPlace.Form) { IsSensitive = true },
        new("name", "name", ParameterPlace.Form) { IsSensitive = true },
        new("names", "names", ParameterPlace.Form) { IsSensitive = true },
        new("open", "open", ParameterPlace.Form),
        new("pin", "pin", ParameterPlace.Form) { IsSensitive = true, MinLength = 4, Max = "9999" },
        new("x-key", "xKey", ParameterPlace.Header) { IsSensitive = true });

    private static readonly EndpointDescriptor<bool> Get = Endpoint(
        "GET",
        new("name", "name", ParameterPlace.Query) { IsSensitive = true },
        new("open", "open", ParameterPlace.Query),
        new("pin", "pin", ParameterPlace.Query) { IsSensitive = true });

    private readonly ApiConnection _connection;

    public SensitiveCalls(Uri address)
    {
        var options = new ApiClientOptions { BaseAddress = address, BudgetStore = new MemoryBudgetStore() };
        var credentials = new OAuth1Credentials("the-app", "app-secret", "the-token", "token-secret");
        _connection = ApiConnection.To(Post.Api, credentials, options);
    }

    /// <summary>What must not be told.</summary>
    public static IReadOnlyList<string> Values => [Pin, Name, Short, "4111111111111111", "Tūī", "Pīwakawaka"];

    public Task PostAsync()
    {
        string[] names = ["Tūī", "Pīwakawaka"];
        ApiCall<bool> call = Post.Call()
            .Hide(0, Card).Add(0, Card)
            .Hide(1, Name).Require(1, Name)
            .HideEach(2, names).Add(2, names)
            .Add(3, "told-in-full")
            .Hide(4, Pin).Check(4, Pin).Require(4, Pin)
            .Hide(5, Short).Require(5, Short);
        return _connection.SendAsync(call, CancellationToken.None);
    }

    public Task GetAsync()
    {
        ApiCall<bool> call = Get.Call()
            .Hide(0, Name).Require(0, Name)
            .Add(1, "told-in-full")
            .Hide(2, Pin).Require(2, Pin);
        return _connection.SendAsync(call, CancellationToken.None);
    }

    /// <summary>Too short.</summary>
    public Task RefusedAsync(string pin) =>
        _connection.SendAsync(Post.Call().Hide(4, pin).Check(4, pin), CancellationToken.None);

    /// <summary>Too high.</summary>
    public Task RefusedAsync(int pin) =>
        _connection.SendAsync(Post.Call().Hide(4, pin).Check(4, pin), CancellationToken.None);

    private static EndpointDescriptor<bool> Endpoint(string method, params ParameterDescriptor[] parameters) => new()
    {
        Api = new ApiDescriptor
        {
            Name = "Banks",
            BaseAddress = "https://banks.example",
            Errors = [new() { List = "errors", Code = "code", Message = "message" }],
        },
        Name = "accounts/open",
        Method = method,
        Path = "/open",
        Parameters = parameters,
        Read = static (ref JsonCursor json) => json.ReadBoolean(),
    };
}
