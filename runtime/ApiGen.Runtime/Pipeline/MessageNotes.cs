namespace ApiGen.Pipeline;

/// <summary>
/// What the handlers below the retries know of a message's last attempt. It is noted on the message and nowhere else,
/// because a copy of a message may be under way at the same time.
/// </summary>
internal static class MessageNotes
{
    /// <summary>Where the server sent the call on to.</summary>
    public static readonly HttpRequestOptionsKey<Uri?> Redirect = new("ApiGen.Redirect");

    /// <summary>Why the last answer, a redirect, wasn't followed.</summary>
    public static readonly HttpRequestOptionsKey<string?> Refusal = new("ApiGen.Refusal");

    /// <summary>The time that the last attempt was signed with.</summary>
    public static readonly HttpRequestOptionsKey<DateTimeOffset?> SignedAt = new("ApiGen.SignedAt");

    /// <summary>How the last attempt was signed, if the server didn't accept it.</summary>
    public static readonly HttpRequestOptionsKey<string?> Explanation = new("ApiGen.Explanation");

    /// <summary>What is noted, or null.</summary>
    public static T? Read<T>(HttpRequestMessage? message, HttpRequestOptionsKey<T> key) =>
        message is not null && message.Options.TryGetValue(key, out T? value) ? value : default;
}
