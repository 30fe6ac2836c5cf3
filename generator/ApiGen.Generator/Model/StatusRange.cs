namespace ApiGen.Generator.Model;

/// <summary>An HTTP status, or a class of them.</summary>
internal sealed record StatusRange(int First, int Last);
