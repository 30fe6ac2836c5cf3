using System.Security.Cryptography;
using System.Text;
using ApiGen.Budgets;
using ApiGen.CompilerServices;
using ApiGen.OAuth;

namespace ApiGen.Pipeline;

/// <summary>
/// What an attempt is authorised with, and under which names its app and user are counted: never a secret, never a
/// token.
/// </summary>
internal sealed class CallIdentity
{
    private readonly string _app;
    private readonly string _network;
    private readonly string? _user;

    // Few endpoints a client: a list to walk is smaller than a table, and a change replaces it.
    private (EndpointDescriptor Endpoint, BudgetClaim[] Claims)[] _claims = [];

    /// <param name="credentials">What is called with.</param>
    /// <param name="userId">Where a user's id is found.</param>
    /// <param name="network">The name of the network address that calls come from, hashed.</param>
    public CallIdentity(ApiCredentials credentials, UserIdSource userId, string network)
    {
        Credentials = credentials;
        _network = network;
        _app = Hash(credentials.AppId);
        if (!credentials.IsForUser) return;

        // By id where it can be known: a user who authorises again has a new token and the same budget.
        string? id = credentials.UserId ?? (userId == UserIdSource.TokenPrefix ? PrefixOf(credentials.Token) : null);
        // And an app that calls for itself is its own user.
        _user = id ?? Hash(credentials.Token.Length > 0 ? credentials.Token : credentials.AppId);
    }

    public ApiCredentials Credentials { get; }

    /// <summary>The budgets that a call draws on.</summary>
    public BudgetClaim[] ClaimsOf(ApiCall call) => call.Endpoint.CountsValues
        ? EndpointClaims.Of(call.Endpoint, this, call.CountedValues)
        : ClaimsOf(call.Endpoint);

    /// <summary>The budgets that every call of an endpoint draws on, without those that count by a value.</summary>
    public BudgetClaim[] ClaimsOf(EndpointDescriptor endpoint)
    {
        foreach ((EndpointDescriptor known, BudgetClaim[] claims) in _claims)
        {
            if (ReferenceEquals(known, endpoint)) return claims;
        }

        BudgetClaim[] made = EndpointClaims.Of(endpoint, this, values: null);

        // Two threads may both get here; the list that is lost is made again.
        _claims = [.. _claims, (endpoint, made)];
        return made;
    }

    /// <summary>Who is counted, or null if a limit of this scope doesn't count the call.</summary>
    public string? SubjectOf(BudgetScope scope) => scope switch
    {
        BudgetScope.User => _user,
        BudgetScope.AppToken => _user is null ? _app : null,
        BudgetScope.Ip => _network,
        _ => _app,
    };

    /// <summary>
    /// Who is counted by a limit, together with the values that it counts by; null if it doesn't count the call, or no
    /// value is known that it counts by.
    /// </summary>
    public string? SubjectOf(in BudgetLimit limit, CountedValues? values)
    {
        string? subject = SubjectOf(limit.Scope);
        if (subject is null || limit.ForEach is not { } forEach) return subject;
        return values?.Concern(forEach) == true ? Hash(subject + values.TextOf(forEach)) : null;
    }

    /// <summary>128 bits of a hash, which no two of one store's subjects will share.</summary>
    public static string Hash(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 16));

    /// <summary>The digits before the first hyphen, or null if the token has no such beginning.</summary>
    private static string? PrefixOf(string token)
    {
        int length = token.IndexOf('-', StringComparison.Ordinal);
        return length > 0 && token.AsSpan(0, length).IndexOfAnyExceptInRange('0', '9') < 0 ? token[..length] : null;
    }
}
