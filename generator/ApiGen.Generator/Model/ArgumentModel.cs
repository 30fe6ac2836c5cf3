namespace ApiGen.Generator.Model;

/// <summary>An argument of a generated method.</summary>
internal sealed record ArgumentModel
{
    public required string Name { get; init; }

    /// <summary>Never with a question mark: whether it may be null is what <see cref="IsOptional"/> says.</summary>
    public required TypeReference Type { get; init; }

    public required bool IsOptional { get; init; }

    public required string? Summary { get; init; }

    /// <summary>Sentences on its values, for behind the summary; empty if there is nothing to say.</summary>
    public required string Notes { get; init; }

    public required ChecksModel Checks { get; init; }

    /// <summary>Whether its value is kept out of messages and logs.</summary>
    public required bool IsSensitive { get; init; }

    public required int SignatureIndex { get; init; }
}
