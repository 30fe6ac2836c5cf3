namespace ApiGen.Generator.Model;

/// <summary>A parameter as it is sent.</summary>
internal sealed record ParameterModel
{
    public required string Name { get; init; }

    /// <summary>The name of its C# argument, a valid identifier.</summary>
    public required string Argument { get; init; }

    public required ParameterPlace Place { get; init; }

    /// <summary>Never with a question mark.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>How dates and times are written, or null for RFC 3339.</summary>
    public required string? Format { get; init; }

    public required ListJoin Join { get; init; }

    /// <summary>Whether a request carries one value of it and no more, by which calls can be told apart.</summary>
    public bool HasOneValue => Type is ScalarReference { Kind: not (ScalarKind.Json or ScalarKind.File) };

    public required bool IsRequired { get; init; }

    public required string? Example { get; init; }

    /// <summary>The value that every request carries, so that there is no argument for it; or null.</summary>
    public required string? Constant { get; init; }

    /// <summary>What the service takes if it is left out, or null.</summary>
    public required string? Default { get; init; }

    public required ChecksModel Checks { get; init; }

    /// <summary>Whether its value is kept out of messages and logs.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>Its place among all parameters when a signature sorts them.</summary>
    public required int SignatureIndex { get; init; }
}
