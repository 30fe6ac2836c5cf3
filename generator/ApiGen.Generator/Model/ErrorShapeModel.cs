namespace ApiGen.Generator.Model;

/// <summary>How the body of a failure is laid out; every place is names of properties with dots between.</summary>
internal sealed record ErrorShapeModel
{
    public required string? List { get; init; }

    public required string? In { get; init; }

    public required string? Code { get; init; }

    public required string? Message { get; init; }

    public required string? Text { get; init; }

    /// <summary>What makes an answer a failure whatever its status.</summary>
    public required ErrorConditionModel? When { get; init; }
}
