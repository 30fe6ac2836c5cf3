using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ApiGen.Generator.Yaml;

/// <summary>Makes nodes of the parser's events, one document after the other, on a stack of its own.</summary>
internal sealed class YamlTreeBuilder(YamlSource source, DiagnosticBag diagnostics)
{
    private const int MaximumDepth = 64;

    private readonly Stack<OpenCollection> _open = new();
    private YamlNode? _root;

    /// <summary>The documents that were read to their end and are known whole.</summary>
    public List<YamlNode> Documents { get; } = [];

    /// <summary>The innermost bracket that hasn't been closed yet.</summary>
    public SourceSpan? OpenBracket =>
        _open.Select(collection => collection.Bracket).FirstOrDefault(span => span is not null);

    /// <summary>Takes the next event; false if reading must end here.</summary>
    public bool Take(ParsingEvent parsingEvent)
    {
        switch (parsingEvent)
        {
            case SequenceStart start:
                return Open(new OpenSequence(start.Style == SequenceStyle.Flow, FirstCharacterOf(start)), start);

            case MappingStart start:
                return Open(new OpenMapping(BracketOf(start), diagnostics), start);

            case SequenceEnd or MappingEnd:
                Add(_open.Pop().Close());
                return true;

            case Scalar scalar:
                Add(ScalarOf(scalar));
                return true;

            case AnchorAlias:
                Add(null);
                return true;

            case DocumentEnd when _root is not (null or YamlScalar { IsAbsent: true }):
                Documents.Add(_root);
                return true;

            default:
                return true;
        }
    }

    private bool Open(OpenCollection collection, ParsingEvent start)
    {
        if (_open.Count == MaximumDepth)
        {
            string limit = MaximumDepth.ToString(CultureInfo.InvariantCulture);
            diagnostics.Report(DiagnosticDescriptors.NestedTooDeep, FirstCharacterOf(start), limit);
            return false;
        }

        _open.Push(collection);
        return true;
    }

    private void Add(YamlNode? node)
    {
        if (_open.Count > 0)
            _open.Peek().Add(node);
        else
            _root = node;
    }

    private YamlScalar ScalarOf(Scalar scalar)
    {
        bool isPlain = scalar.Style == ScalarStyle.Plain;
        int start = source.Position(scalar.Start);
        int end = source.Position(scalar.End);

        // The parser's place for a value that isn't there is often that of the next thing that is.
        if (isPlain && scalar.Value.Length == 0)
            start = end = source.TrimEnd(0, start);

        // A block scalar's token reaches to the next thing, over all the empty lines before it.
        else if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
            end = source.TrimEnd(start, end);

        return new YamlScalar(scalar.Value, isPlain, source.Span(start, end));
    }

    private SourceSpan? BracketOf(MappingStart start)
    {
        // A single pair in a list, as in [a: b], is a flow mapping without a bracket, and its event has no place. A
        // place at the very start looks the same, but in a list nothing can stand there.
        bool isPair = start.Start == Mark.Empty && _open.Count > 0 && _open.Peek() is OpenSequence;
        return start.Style == MappingStyle.Flow && !isPair ? FirstCharacterOf(start) : null;
    }

    private SourceSpan FirstCharacterOf(ParsingEvent start)
    {
        int position = source.Position(start.Start);
        return source.FirstLineOf(position, position);
    }
}
