using System;
using System.IO;
using ApiGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace ApiGen.Generator.Yaml;

/// <summary>The text under the parser, and the way from the parser's marks to places in it.</summary>
internal sealed class YamlSource
{
    private readonly TextLineCollection _lines;

    public YamlSource(SourceText text)
    {
        _lines = text.Lines;
        Content = text.ToString();
        Start = Content.Length > 0 && Content[0] == YamlCharacters.ByteOrderMark ? 1 : 0;
    }

    public string Content { get; }

    /// <summary>Where the text begins: after the byte order mark, if there is one.</summary>
    public int Start { get; }

    /// <summary>Opens the text for the parser, which would take a byte order mark into the first key.</summary>
    public TextReader OpenReader()
    {
        var reader = new StringReader(Content);
        if (Start == 1)
            reader.Read();

        return reader;
    }

    // A mark's index counts UTF-16 units, as a source text does. Its line and column are less exact: at the end of the
    // text they may name a line that isn't there.
    public int Position(Mark mark) => (int)Math.Min(mark.Index + Start, Content.Length);

    // Column 1 would make a mark at the very start equal to the one that YamlDotNet gives to what has no place.
    public Mark Mark(int position) => new(position - Start, line: 1, column: 2);

    public int LineEnd(int position) => _lines.GetLineFromPosition(position).End;

    public SourceSpan Span(int start, int end)
    {
        // Most tokens end on the line where they start, and finding a line is a search.
        TextLine line = _lines.GetLineFromPosition(start);
        var first = new LinePosition(line.LineNumber, start - line.Start);
        LinePosition last = end <= line.End
            ? new LinePosition(line.LineNumber, end - line.Start)
            : _lines.GetLinePosition(end);
        return new SourceSpan(TextSpan.FromBounds(start, end), new LinePositionSpan(first, last));
    }

    /// <summary>The part of a stretch on its first line, and at least one character if the line has one.</summary>
    public SourceSpan FirstLineOf(int start, int end)
    {
        int width = start + 1 < Content.Length && char.IsSurrogatePair(Content, start) ? 2 : 1;
        return Span(start, Math.Max(start, Math.Min(LineEnd(start), Math.Max(end, start + width))));
    }

    /// <summary>The end of a stretch without the blanks and line breaks at its end.</summary>
    public int TrimEnd(int start, int end)
    {
        while (end > start && YamlCharacters.IsBlank(Content[end - 1]))
            end--;

        return end;
    }

    /// <summary>Whether nothing but blanks follows.</summary>
    public bool IsEnd(int position) => TrimEnd(position, Content.Length) == position;

    public char CharacterAt(int position) => position < Content.Length ? Content[position] : '\0';

    /// <summary>The first position of a character that a YAML text may not hold, if there is one.</summary>
    public int? FindForbidden()
    {
        for (int i = Start; i < Content.Length; i++)
        {
            if (Content[i] is >= ' ' and <= '~')
                continue;

            if (i + 1 < Content.Length && char.IsSurrogatePair(Content, i))
                i++;
            else if (YamlCharacters.IsForbidden(Content[i]))
                return i;
        }

        return null;
    }
}
