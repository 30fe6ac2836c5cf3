using System;
using System.Text;

namespace ApiGen.Generator.Emit;

/// <summary>Writes indented lines, each ended by a line feed on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines, each at the present indentation.</summary>
    public void Line(string text)
    {
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            int length = (end < 0 ? text.Length : end) - start;
            if (length > 0) _text.Append(' ', 4 * _depth).Append(text, start, length);
            _text.Append('\n');
            if (end < 0) return;
            start = end + 1;
        }
    }

    public void EmptyLine() => _text.Append('\n');

    /// <summary>Opens a brace under a header, until the result is disposed.</summary>
    public Scope Block(string header, string closing = "}")
    {
        Line(header);
        Line("{");
        return Indent(closing);
    }

    /// <summary>Indents what follows, until the result is disposed.</summary>
    public Scope Indent(string? closing = null)
    {
        _depth++;
        return new Scope(this, closing);
    }

    public override string ToString() => _text.ToString();

    /// <summary>An indentation that ends.</summary>
    public readonly struct Scope(SourceWriter writer, string? closing) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (closing is not null) writer.Line(closing);
        }
    }
}
