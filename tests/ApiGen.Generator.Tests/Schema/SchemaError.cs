namespace ApiGen.Generator.Tests.Schema;

/// <summary>What the schema has against a document: the pointer of a value, and a key in it if that is wrong.</summary>
internal sealed record SchemaError(string Path, string? Key, string Keyword, string Message)
{
    /// <summary>The lines, from 0, on which an author may look for it.</summary>
    public IEnumerable<int> LinesIn(SpecDocument document) => Keyword is "maxProperties" or "maxItems" or "uniqueItems"
        ? document.LinesBelow(Path)
        : document.LinesAt(Key is null ? Path : SpecDocument.Below(Path, Key));

    public override string ToString() => $"{Path}{(Key is null ? "" : $" '{Key}'")}: {Message}";
}
