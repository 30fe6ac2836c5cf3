namespace ApiGen.Sandbox.Answers;

/// <summary>What a test asked the sandbox to answer, for which requests, and how often.</summary>
internal sealed record ScriptedAnswer
{
    /// <summary>How often it holds, or null for always.</summary>
    public required int? Times { get; init; }

    /// <summary>The endpoint it is for, or null for any.</summary>
    public string? Endpoint { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>Headers to answer; null leaves one out.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Headers { get; init; } = [];

    /// <summary>The name of the declared failure to answer, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>The answer as it was given, or null.</summary>
    public Answer? Raw { get; init; }

    public Delivery Delivery { get; init; }
}
