using System.Collections.Generic;
using System.Linq;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds an <c>endpoint:</c> document.</summary>
internal sealed class EndpointBinder
{
    private readonly MapReader _reader;
    private readonly DiagnosticBag _diagnostics;
    private readonly MentionList _mentions;

    public EndpointBinder(MapReader reader, DiagnosticBag diagnostics, MentionList mentions)
    {
        _reader = reader;
        _diagnostics = diagnostics;
        _mentions = mentions;
    }

    public EndpointModel? Bind()
    {
        (string Name, string Resource, string Verb)? name = BindName(_reader.RequiredText("endpoint"));
        string? summary = _reader.OptionalText("summary")?.Value;
        string? see = _reader.OptionalUrl("see");
        RequestLine? request = RequestLine.Bind(_reader.RequiredText("request"), _diagnostics);
        string? host = BindHost();
        ParameterPlace place = _reader.Choice("send", isRequired: false, Vocabulary.Places) ?? ParameterPlace.Query;
        AuthMode? auth = BindAuth();
        IReadOnlyList<BoundParameter> parameters =
            new ParameterBinder(request, place, _diagnostics, _mentions).Bind(_reader.OptionalMapping("parameters"));
        BodyRules.Check(request, PlacesOf(place, parameters), _diagnostics);
        EndpointLimits limits = EndpointLimits.Bind(_reader, auth, parameters, _diagnostics, _mentions);
        IReadOnlyList<BoundRule> rules = RuleBinder.Bind(_reader.OptionalList("rules"), parameters, _diagnostics);
        string? deprecated = NamedDeprecation.Bind(
            _reader, name?.Name, MentionKind.UsesEndpoint, _diagnostics, _mentions);
        AnswerBinder answer = AnswerBinder.Bind(_reader, request, parameters, rules, _diagnostics, _mentions);
        EquatableArray<ErrorShapeModel> errors = ErrorShapeBinder.Bind(_reader.Optional("errors"), _diagnostics);
        bool? failsInSuccess = errors.Count == 0 ? null : errors.Any(shape => shape.When is not null);
        EquatableArray<FailureModel> failures = FailureBinder.Bind(
            _reader.OptionalList("failures"),
            new StatusBinder(failsInSuccess, _diagnostics, _mentions),
            _diagnostics);
        bool isReplaySafe = _reader.Choice("replay", isRequired: false, Vocabulary.Replays) ?? false;
        _reader.RejectUnknownKeys();
        if (name is null || request is null || auth is null || answer.Returns is null) return null;

        return new EndpointModel
        {
            Name = name.Value.Name,
            Resource = name.Value.Resource,
            Verb = name.Value.Verb,
            Summary = summary,
            See = see,
            Remarks = RemarksText.Write(request, auth.Value, limits, isReplaySafe),
            Host = host,
            HttpMethod = request.Method,
            Path = request.Path,
            SignedPath = request.SignedPath,
            Auth = auth.Value,
            Parameters = parameters.Select(parameter => parameter.Model).ToEquatableArray(),
            Rules = rules.Select(rule => rule.Model).ToEquatableArray(),
            Limits = limits.Own,
            Pools = limits.Pools,
            Cost = limits.Cost,
            Errors = errors,
            Failures = failures,
            IsReplaySafe = isReplaySafe,
            Returns = answer.Returns,
            Unwrap = answer.Unwrap,
            Pages = answer.Pages,
            Example = answer.Example,
            Methods = OverloadBinder.Bind(name.Value.Verb, parameters, rules, deprecated, _diagnostics),
        };
    }

    /// <summary>Where the endpoint says that its parameters travel, itself first.</summary>
    private IEnumerable<(YamlScalar Text, ParameterPlace Place)> PlacesOf(
        ParameterPlace place, IEnumerable<BoundParameter> parameters)
    {
        if (_reader.Optional("send") is YamlScalar send) yield return (send, place);
        foreach (BoundParameter parameter in parameters)
        {
            if (parameter.In is not null) yield return (parameter.In, parameter.Model.Place);
        }
    }

    private string? BindHost()
    {
        YamlScalar? host = _reader.OptionalText("host");
        if (host is not null) _mentions.Add(MentionKind.UsesHost, host.Value, host.Span);
        return host?.Value;
    }

    private AuthMode? BindAuth()
    {
        AuthMode? auth = _reader.Choice("auth", isRequired: true, Vocabulary.AuthModes);
        if (auth is not null && _reader.Optional("auth") is YamlScalar word)
            _mentions.Add(MentionKind.UsesAuth, word.Value, word.Span);
        return auth;
    }

    /// <summary>
    /// An endpoint's names in C#. Of <c>direct_messages/events/new</c> the first segment is the group, the others together
    /// are the method. Null if it can't be a name.
    /// </summary>
    public static (string Resource, string Verb)? PartsOf(string name)
    {
        string[] segments = name.Split('/');
        bool isName = name.Length <= CSharpNames.Longest
            && segments.Length >= 2 && segments.All(CSharpNames.IsNameable);
        return !isName
            ? null
            : (CSharpNames.Pascal(segments[0]), string.Concat(segments.Skip(1).Select(CSharpNames.Pascal)));
    }

    private (string Name, string Resource, string Verb)? BindName(YamlScalar? scalar)
    {
        if (scalar is null) return null;
        if (PartsOf(scalar.Value) is not var (resource, verb))
        {
            NameCheck.Report(scalar, "a group and a method, as friendships/create", _diagnostics);
            return null;
        }

        bool isGroupTaken = CSharpNames.IsObjectMember(resource) || CSharpNames.IsClientMember(resource);
        if (!isGroupTaken && !CSharpNames.IsObjectMember(verb)) return (scalar.Value, resource, verb);
        _diagnostics.Report(DiagnosticDescriptors.NameTaken, scalar.Span, isGroupTaken ? resource : verb);
        return null;
    }
}
