using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds what an endpoint answers: <c>returns</c>, <c>unwrap</c>, <c>pages</c> and <c>example</c>.</summary>
internal sealed class AnswerBinder
{
    private readonly MapReader _reader;
    private readonly DiagnosticBag _diagnostics;

    private AnswerBinder(MapReader reader, DiagnosticBag diagnostics)
    {
        _reader = reader;
        _diagnostics = diagnostics;
    }

    /// <summary>What is returned, or null if the spec doesn't say it.</summary>
    public TypeReference? Returns { get; private set; }

    /// <summary>Where an answer holds it.</summary>
    public string? Unwrap { get; private set; }

    public PagesModel? Pages { get; private set; }

    /// <summary>The example of an answer that isn't JSON.</summary>
    public string? Example { get; private set; }

    public static AnswerBinder Bind(
        MapReader reader,
        RequestLine? request,
        IReadOnlyList<BoundParameter> parameters,
        IReadOnlyList<BoundRule> rules,
        DiagnosticBag diagnostics,
        MentionList mentions)
    {
        var binder = new AnswerBinder(reader, diagnostics);
        binder.BindReturns(request, mentions);
        if (binder.Returns is ContentReference content) binder.BindContent(content.Content);
        else binder.BindJson(parameters, rules);
        return binder;
    }

    private void BindReturns(RequestLine? request, MentionList mentions)
    {
        YamlScalar? returns = _reader.RequiredText("returns");
        if (returns is null) return;
        bool isContent = Vocabulary.Contents.TryGetValue(returns.Value, out AnswerContent content);
        Returns = isContent ? new ContentReference(content) : TypeSyntax.Bind(returns, _diagnostics, mentions);
        if (request?.Method != "HEAD" || Returns is null or ContentReference { Content: AnswerContent.None }) return;
        _diagnostics.Report(
            DiagnosticDescriptors.WrongShape, returns.Span, "returns", "'none', because an answer to HEAD has no body");
    }

    private void BindContent(AnswerContent content)
    {
        _reader.Refuse("unwrap", "only an answer in JSON has properties");
        _reader.Refuse("pages", "only an answer in JSON comes in pages");
        if (content == AnswerContent.None) _reader.Refuse("example", "an answer without a body has none");
        else Example = _reader.OptionalText("example")?.Value;
    }

    private void BindJson(IReadOnlyList<BoundParameter> parameters, IReadOnlyList<BoundRule> rules)
    {
        Unwrap = PropertyPath.Bind("unwrap", _reader.OptionalText("unwrap"), mayBeSelf: false, _diagnostics);
        if (_reader.OptionalMapping("pages") is { } map)
            Pages = new PagesBinder(map, parameters, rules, _diagnostics).Bind(Returns, Unwrap);

        // Held to its type when all of the file's types are known.
        _reader.Optional("example");
    }
}
