namespace ApiGen.Pipeline;

/// <summary>What the body of a failure says of it, as far as it says anything.</summary>
internal readonly record struct ErrorWords(string? Code, string? Message);
