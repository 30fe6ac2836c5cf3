namespace ApiGen.Sandbox.Limits;

/// <summary>What the limits say of a call that arrived.</summary>
/// <param name="Breach">The limit that refuses it, or null.</param>
/// <param name="Reports">What the API's headers say of its limits, the call counted.</param>
internal sealed record Admission(LimitBreach? Breach, IReadOnlyList<LimitReport> Reports)
{
    /// <summary>Of a request that no limit counts.</summary>
    public static Admission Uncounted { get; } = new(null, []);
}
