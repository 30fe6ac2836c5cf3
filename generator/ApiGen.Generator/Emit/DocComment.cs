using System.Text;

namespace ApiGen.Generator.Emit;

/// <summary>Builds a doc comment line by line; texts are escaped, markup of the emitters' own is not.</summary>
internal sealed class DocComment
{
    private readonly StringBuilder _lines = new();

    /// <summary>A summary from the spec, or the fallback where the spec has none.</summary>
    public DocComment Summary(string? text, string fallback) => Add("summary", "", CSharpText.Doc(text ?? fallback));

    /// <summary>A text and a link, either of which may be missing.</summary>
    public DocComment Remarks(string text, string? see)
    {
        string link = see is null ? "" : $" See <see href=\"{CSharpText.Doc(see)}\"/>.";
        string content = (CSharpText.Doc(text) + link).Trim();
        return content.Length == 0 ? this : Add("remarks", "", content);
    }

    public DocComment Param(string name, string text) =>
        Add("param", $" name=\"{name.TrimStart('@')}\"", CSharpText.Doc(text));

    public DocComment Returns(string text) => Add("returns", "", CSharpText.Doc(text));

    public DocComment Exception(string type, string text) =>
        Add("exception", $" cref=\"{type}\"", CSharpText.Doc(text));

    /// <summary>The comment, to stand before a declaration.</summary>
    public override string ToString() => _lines.ToString().TrimEnd('\n');

    private DocComment Add(string tag, string attributes, string content)
    {
        _lines.Append($"/// <{tag}{attributes}>{content}</{tag}>\n");
        return this;
    }
}
