namespace ApiGen.Generator.Model;

/// <summary>How an endpoint's answer comes in pages.</summary>
internal sealed record PagesModel
{
    public required PagingMethod By { get; init; }

    /// <summary>The parameter that asks for a page.</summary>
    public required string Parameter { get; init; }

    /// <summary>What the first request says, if anything.</summary>
    public required string? First { get; init; }

    /// <summary>The cursor that no page has.</summary>
    public required string? Last { get; init; }

    /// <summary>Where an answer names the next cursor.</summary>
    public required string? Next { get; init; }

    /// <summary>Where an answer holds its items, from its very root.</summary>
    public required string? Items { get; init; }

    /// <summary>Where an item holds its id.</summary>
    public required string? Id { get; init; }
}
