using System.Net;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.Sandbox;
using SandboxServer = ApiGen.Sandbox.Sandbox;

namespace ApiGen.EndToEnd.Tests.Client;

public sealed class HostTests
{
    private const HttpStatusCode Answered = HttpStatusCode.OK;

    private static readonly SandboxAccount Account = new("key", "consumer secret", "token", "token secret");

    [Fact]
    public async Task A_call_goes_to_the_host_that_the_spec_names_and_is_signed_for_it()
    {
        await using SandboxServer main = await ServeAsync();
        await using SandboxServer upload = await ServeAsync();
        ApiDescriptor api = Api(main.Address.AbsoluteUri.TrimEnd('/'));
        var host = new HostDescriptor(upload.Address.AbsoluteUri.TrimEnd('/'));
        ApiConnection connection = ApiConnection.To(api, Account.Credentials(), Options());

        await connection.SendAsync(Endpoint(api, host).Call(), default);
        await connection.SendAsync(Endpoint(api, host: null).Call(), default);

        Assert.Equal(Answered, Assert.Single(main.Requests).StatusCode);
        Assert.Equal(Answered, Assert.Single(upload.Requests).StatusCode);
    }

    [Fact]
    public async Task An_address_of_the_options_stands_for_all_hosts()
    {
        await using SandboxServer sandbox = await ServeAsync();
        ApiDescriptor api = Api("https://api.example.invalid");
        var host = new HostDescriptor("https://upload.example.invalid", "https%3A%2F%2Fupload.example.invalid");
        ApiClientOptions options = Options();
        options.BaseAddress = sandbox.Address;
        ApiConnection connection = ApiConnection.To(api, Account.Credentials(), options);

        await connection.SendAsync(Endpoint(api, host).Call(), default);

        Assert.Equal(Answered, Assert.Single(sandbox.Requests).StatusCode);
    }

    private static ApiClientOptions Options() => new() { BudgetStore = new MemoryBudgetStore() };

    private static Task<SandboxServer> ServeAsync()
    {
        ApiDescriptor api = Api("https://served.example");
        var description = new EndpointDescription(Endpoint(api, host: null)) { Example = "{}"u8.ToArray() };
        return SandboxServer.StartAsync(
            new ApiDescription(api, [description]), new SandboxOptions { Accounts = [Account] });
    }

    private static ApiDescriptor Api(string address) => new()
    {
        Name = "Birds",
        BaseAddress = address,
        User = new() { Scheme = AuthScheme.OAuth1 },
    };

    private static EndpointDescriptor<JsonElement> Endpoint(ApiDescriptor api, HostDescriptor? host) => new()
    {
        Api = api,
        Name = "media/upload",
        Method = "POST",
        Path = "/1/media/upload.json",
        Host = host,
        Read = static (ref JsonCursor json) => json.ReadJson(),
    };
}
