namespace ApiGen.Generator.Model;

/// <summary>A failure that a spec declares; without a code, its status alone tells it.</summary>
internal sealed record FailureModel(int Status, string? Code, string Name, FailureMeaning Means, string? Summary);
