using System;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ApiGen.Generator.Yaml;

/// <summary>
/// Refuses what YamlDotNet lets pass though it isn't YAML, or reads otherwise than it stands, so that nothing that is
/// written goes unread. Each rule is here because a text was found that needs it.
/// </summary>
internal sealed class YamlTokenRules(YamlSource source)
{
    private const string CannotBeginText = "@`%|>";

    private Token? _previous;
    private int _accountedFor = source.Start;
    private int _flowDepth;

    public void Examine(Token token)
    {
        // In some of its states the parser passes over an error.
        if (token is Error error)
            throw new SyntaxErrorException(error.Start, error.End, error.Value);

        int start = source.Position(token.Start);
        int end = EndOf(token, start);
        bool isFirstOnLine = PassOverBlanks(start, mayFollowTab: token is BlockEnd or StreamEnd);

        // In a flow mapping the parser needs no comma after a bracket, and no colon between two texts.
        if (BeginsValue(token) && _previous is Scalar or FlowSequenceEnd or FlowMappingEnd or AnchorAlias)
            throw Refuse(start, end, isFirstOnLine ? YamlSyntaxMessage.LooseLine : YamlSyntaxMessage.TwoValues);

        if (_flowDepth > 0 && token is DocumentStart or DocumentEnd)
            throw Refuse(start, end, YamlSyntaxMessage.OpenBracket);

        // A missing key has no place of its own in the parser's events.
        if (token is Value && _previous is not (Scalar or FlowSequenceEnd or FlowMappingEnd or BlockEnd or AnchorAlias))
            throw Refuse(start, end, YamlSyntaxMessage.NoKey);

        if (token is Scalar { Style: ScalarStyle.Plain })
            ExaminePlain(start, end);

        if (token is Scalar { Style: ScalarStyle.DoubleQuoted })
            ExamineEscapes(start, end);

        if (token is FlowSequenceStart or FlowMappingStart)
            _flowDepth++;
        else if (token is FlowSequenceEnd or FlowMappingEnd)
            _flowDepth--;

        _accountedFor = Math.Max(_accountedFor, end);
        _previous = token;
    }

    // Within brackets the scanner begins a text with any character, and takes a ':' before a bracket into the text.
    private void ExaminePlain(int start, int end)
    {
        char first = source.CharacterAt(start);
        if (CannotBeginText.IndexOf(first) >= 0)
            throw Refuse(start, end, YamlSyntaxMessage.CannotBegin(first));

        if (_flowDepth > 0 && source.CharacterAt(end - 1) == ':')
            throw Refuse(end - 1, end, YamlSyntaxMessage.NoBlank);
    }

    private bool BeginsValue(Token token) =>
        token is Scalar or FlowSequenceStart or FlowMappingStart or AnchorAlias || (token is Key && _flowDepth > 0);

    private int EndOf(Token token, int start) => token switch
    {
        // The scanner gives these no width.
        FlowSequenceStart or FlowSequenceEnd or FlowMappingStart or FlowMappingEnd => start + 1,
        DocumentEnd => start + 3,
        VersionDirective or TagDirective => source.LineEnd(start),
        _ => source.Position(token.End),
    };

    /// <summary>
    /// Refuses all but blanks and comments before a token; returns whether it is the first on its line.
    /// </summary>
    private bool PassOverBlanks(int start, bool mayFollowTab)
    {
        bool isFirstOnLine = _accountedFor == source.Start || YamlCharacters.IsBreak(source.Content[_accountedFor - 1]);
        int? tab = null;
        for (int i = _accountedFor; i < start; i++)
        {
            char character = source.Content[i];
            if (character == '#')
                i = source.LineEnd(i) - 1;
            else if (YamlCharacters.IsBreak(character))
                (isFirstOnLine, tab) = (true, null);
            else if (character == '\t')
                tab ??= i;
            else if (character != ' ')
                // The scanner drops some characters that it can't place, and whole lines that begin with '%'.
                throw Refuse(i, i, YamlSyntaxMessage.Misplaced);
        }

        // A tab counts as one column, so that what it indents may seem to stand elsewhere than it does.
        if (isFirstOnLine && !mayFollowTab && tab is int place)
            throw Refuse(place, place, YamlSyntaxMessage.Tab);

        return isFirstOnLine;
    }

    // The scanner doesn't check the digits of the second half of a surrogate pair, and may so run over the closing
    // quote.
    private void ExamineEscapes(int start, int end)
    {
        for (int i = start; i < end - 1; i++)
        {
            if (source.Content[i] != '\\')
                continue;

            if (IsSurrogateEscape(i))
                throw Refuse(i, i, YamlSyntaxMessage.WrongEscape);

            i++;
        }
    }

    private bool IsSurrogateEscape(int backslash)
    {
        bool isLong = string.CompareOrdinal(source.Content, backslash + 1, "U0000", 0, 5) == 0;
        int digits = backslash + (isLong ? 6 : 2);
        return (isLong || source.CharacterAt(backslash + 1) == 'u')
            && source.CharacterAt(digits) is 'd' or 'D'
            && source.CharacterAt(digits + 1) > '7';
    }

    private SyntaxErrorException Refuse(int start, int end, string message) =>
        new(source.Mark(start), source.Mark(end), message);
}
