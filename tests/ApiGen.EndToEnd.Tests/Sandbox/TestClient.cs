using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ApiGen.Sandbox;

namespace ApiGen.EndToEnd.Tests.Sandbox;

/// <summary>Calls a sandbox and signs in the plainest way there is, so that it can be checked by reading.</summary>
internal sealed class TestClient(
    ApiGen.Sandbox.Sandbox sandbox, SandboxAccount? account = null, TimeProvider? clock = null) : IDisposable
{
    private readonly SandboxAccount _account = account ?? sandbox.Account;
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Alters the protocol parameters before they are signed; null removes one.</summary>
    public Dictionary<string, string?> Signed { get; } = [];

    /// <summary>Alters the protocol parameters after they were signed.</summary>
    public Dictionary<string, string?> Sent { get; } = [];

    public Task<Answer> FollowAsync(string query = "screen_name=twitterdev") =>
        SendAsync(HttpMethod.Post, $"{TestApi.Follow}?{query}");

    public Task<Answer> GetAsync(string target) => SendAsync(HttpMethod.Get, target);

    public async Task<Answer> SendAsync(HttpMethod method, string target, params (string Name, string Value)[] form)
    {
        using HttpRequestMessage request = Request(method, target, form);
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await _http.SendAsync(request);
        return new(response, await response.Content.ReadAsStringAsync());
    }

    public HttpRequestMessage Request(HttpMethod method, string target, params (string Name, string Value)[] form)
    {
        Uri url = new(sandbox.Address, target);
        HttpRequestMessage request = new(method, url);
        if (form.Length > 0)
        {
            request.Content =
                new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        request.Headers.TryAddWithoutValidation("Authorization", Authorization(method, url, form));
        return request;
    }

    public void Dispose() => _http.Dispose();

    private string Authorization(HttpMethod method, Uri url, (string Name, string Value)[] form)
    {
        Dictionary<string, string> oauth = new()
        {
            ["oauth_consumer_key"] = _account.ConsumerKey,
            ["oauth_nonce"] = Guid.NewGuid().ToString("N"),
            ["oauth_signature_method"] = "HMAC-SHA1",
            ["oauth_timestamp"] = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["oauth_token"] = _account.Token,
            ["oauth_version"] = "1.0",
        };
        Alter(oauth, Signed);
        IEnumerable<(string Name, string Value)> query = url.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Decode(pair[0]), Decode(pair.ElementAtOrDefault(1) ?? "")));
        string parameters = string.Join("&", oauth.Select(each => (Name: each.Key, each.Value))
            .Concat(query)
            .Concat(form)
            .Select(each => (Name: Uri.EscapeDataString(each.Name), Value: Uri.EscapeDataString(each.Value)))
            .OrderBy(each => each.Name, StringComparer.Ordinal).ThenBy(each => each.Value, StringComparer.Ordinal)
            .Select(each => $"{each.Name}={each.Value}"));
        string address = url.GetLeftPart(UriPartial.Path);
        string text = $"{method}&{Uri.EscapeDataString(address)}&{Uri.EscapeDataString(parameters)}";
        string key = $"{Uri.EscapeDataString(_account.ConsumerSecret)}&{Uri.EscapeDataString(_account.TokenSecret)}";
        oauth["oauth_signature"] =
            Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
        Alter(oauth, Sent);
        return "OAuth " + string.Join(", ", oauth.Select(each => $"{each.Key}=\"{Uri.EscapeDataString(each.Value)}\""));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    private static void Alter(Dictionary<string, string> oauth, Dictionary<string, string?> changes)
    {
        foreach ((string name, string? value) in changes)
        {
            if (value is null) oauth.Remove(name);
            else oauth[name] = value;
        }
    }

    /// <summary>What came back, with the API's error layout read out.</summary>
    internal sealed record Answer(HttpResponseMessage Response, string Body)
    {
        public HttpStatusCode Status => Response.StatusCode;

        public JsonElement Json => JsonElement.Parse(Body);

        /// <summary>The code of the first error, or null if it has none.</summary>
        public int? Code =>
            Json.GetProperty("errors")[0].TryGetProperty("code", out JsonElement code) ? code.GetInt32() : null;

        public string Message => Json.GetProperty("errors")[0].GetProperty("message").GetString()!;
    }
}
