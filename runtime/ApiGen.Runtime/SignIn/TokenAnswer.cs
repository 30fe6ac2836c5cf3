using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ApiGen.OAuth;
using ApiGen.Pipeline;

namespace ApiGen.SignIn;

/// <summary>What a token endpoint answered: fields of a form (RFC 5849 §2) or of a JSON object (RFC 6749 §5).</summary>
internal sealed class TokenAnswer
{
    private readonly Uri _address;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _authorization;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<string, string> _fields;

    public TokenAnswer(Uri address, string? authorization, HttpResponseMessage response, string body)
    {
        // Behind the name of the scheme: of Basic, the app's secret in another guise.
        _authorization = authorization?[(authorization.IndexOf(' ', StringComparison.Ordinal) + 1)..] ?? "";
        _address = address;
        StatusCode = response.StatusCode;
        Headers = response.Headers;
        _fields = body.AsSpan().TrimStart() is ['{', ..] ? ReadJson(body) : FormFields.Read(body);
    }

    public HttpStatusCode StatusCode { get; }

    public HttpResponseHeaders Headers { get; }

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The value of a field, or null if it isn't there or empty.</summary>
    public string? Find(string name) => _fields.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    /// <summary>The value of a field that a success must have.</summary>
    public string Require(string name) => Find(name)
        ?? throw Failure(SignInFailure.Unreadable, $"{_address.AbsolutePath} answered without {name}.");

    /// <summary>The access token of an answer that must be of the kind Bearer (RFC 6749 §5.1, §7.1).</summary>
    public string RequireBearer()
    {
        if (!Require("token_type").Equals("bearer", StringComparison.OrdinalIgnoreCase))
            throw Failure(
                SignInFailure.Unreadable, $"{_address.AbsolutePath} answered a token that is no bearer token.");
        return Require("access_token");
    }

    /// <summary>Fails unless the server agreed.</summary>
    /// <param name="secrets">What the server's words may repeat, and the exception may not.</param>
    public void RequireSuccess(params ReadOnlySpan<string> secrets)
    {
        if (IsSuccess) return;
        string[] unsaid = [_authorization, .. secrets];
        string? error = Find("error");
        string? words = Find("error_description") ?? Find("message");
        string reason = words ?? error ?? "no reason given";
        Secrets.Redact(Headers, value => Secrets.Redact(value, unsaid));
        string status = ((int)StatusCode).ToString(CultureInfo.InvariantCulture);
        throw Failure(
            SignInFailure.Refused,
            Secrets.Redact($"{_address.AbsolutePath} was refused with {status}: {reason}", unsaid),
            error is null ? null : Secrets.Redact(error, unsaid),
            words is null ? null : Secrets.Redact(words, unsaid));
    }

    public SignInException Failure(SignInFailure reason, string message, string? code = null, string? words = null) =>
        new(reason, message)
        {
            Endpoint = _address.AbsolutePath,
            StatusCode = StatusCode,
            Headers = Headers,
            Code = code,
            ServerMessage = words,
            Means = reason == SignInFailure.Refused ? MeaningOf((int)StatusCode, code) : FailureMeaning.Auth,
        };

    // RFC 6749 §5.2 answers 400 where the grant, not the request, is wrong.
    private static FailureMeaning MeaningOf(int status, string? error) =>
        error is "invalid_grant" or "invalid_client" or "unauthorized_client" ? FailureMeaning.Auth
            : status is 400 or 403 ? FailureMeaning.Auth
            : Failures.MeaningOf(status);

    private static Dictionary<string, string> ReadJson(string body)
    {
        Dictionary<string, string> fields = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;

            // Of a list of errors, as APIs have it, the first speaks for all.
            if (root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array
                && errors.GetArrayLength() > 0 && errors[0].ValueKind == JsonValueKind.Object)
                root = errors[0];
            foreach (JsonProperty property in root.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.String)
                    fields[property.Name] = property.Value.GetString()!;
                else if (property.Value.ValueKind is JsonValueKind.Number)
                    fields[property.Name] = property.Value.GetRawText();
            }
        }
        catch (JsonException)
        {
            // What can't be read has no field, and the caller says which one it misses.
        }

        return fields;
    }
}
