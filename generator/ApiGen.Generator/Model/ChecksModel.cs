namespace ApiGen.Generator.Model;

/// <summary>Which values of its type a parameter takes; those of a list, each item.</summary>
internal sealed record ChecksModel
{
    /// <summary>The lowest value, as it is sent, or null.</summary>
    public string? Min { get; init; }

    /// <summary>The highest value, as it is sent, or null.</summary>
    public string? Max { get; init; }

    /// <summary>How many characters (Unicode code points) a text has at least, or null.</summary>
    public int? MinLength { get; init; }

    /// <summary>How many characters a text has at most, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>How many items a list has at least, or null.</summary>
    public int? MinItems { get; init; }

    /// <summary>How many items a list has at most, or null.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The regular expression that a whole text matches, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether values, or items of a list, have bounds.</summary>
    public bool HasBounds => Min is not null || Max is not null || MinLength is not null || MaxLength is not null;

    /// <summary>Whether the items of a list are counted.</summary>
    public bool HasCountChecks => MinItems is not null || MaxItems is not null;

    /// <summary>Whether there is any check at all.</summary>
    public bool HasAny => HasBounds || HasCountChecks || Pattern is not null;
}
