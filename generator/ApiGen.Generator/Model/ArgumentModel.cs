namespace ApiGen.Generator.Model;

/// <summary>An argument of a generated method.</summary>
internal sealed record ArgumentModel
{
    public required string Name { get; init; }

    public required ScalarKind Kind { get; init; }

    public required bool IsOptional { get; init; }

    public required string? Summary { get; init; }

    public required int SignatureIndex { get; init; }
}
