using System.Collections.Generic;
using System.Globalization;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>Binds the <c>status</c> of a failure: a status, a class of them, or a list of these.</summary>
internal sealed class StatusBinder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly MentionList _mentions;
    private readonly bool? _failsInSuccess;

    /// <param name="failsInSuccess">
    /// Whether an answer may be a failure with a status of success; null if only the API's file says it.
    /// </param>
    /// <param name="diagnostics">Where errors go.</param>
    /// <param name="mentions">Where a status of success goes that only the API's file can judge.</param>
    public StatusBinder(bool? failsInSuccess, DiagnosticBag diagnostics, MentionList mentions)
    {
        _failsInSuccess = failsInSuccess;
        _diagnostics = diagnostics;
        _mentions = mentions;
    }

    /// <summary>The statuses; none if one can't be read.</summary>
    public EquatableArray<StatusRange> Bind(YamlNode? node)
    {
        if (node is null) return [];
        IReadOnlyList<YamlNode> items = node is YamlSequence { Items.Count: > 0 } list ? list.Items : [node];
        var statuses = new List<StatusRange>();
        foreach (YamlNode item in items)
        {
            if (item is YamlScalar scalar && Read(scalar.Value) is { } status && !statuses.Contains(status))
            {
                Judge(status, scalar);
                statuses.Add(status);
                continue;
            }

            _diagnostics.Report(
                DiagnosticDescriptors.WrongShape,
                item.Span,
                "status",
                "a status from 200 to 599, a class such as 5xx, or a list of these, each once");
            return [];
        }

        return statuses.ToEquatableArray();
    }

    private static StatusRange? Read(string text)
    {
        if (text is "2xx" or "3xx" or "4xx" or "5xx")
            return new StatusRange(100 * (text[0] - '0'), (100 * (text[0] - '0')) + 99);
        bool isStatus = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && status is >= 200 and <= 599;
        return isStatus ? new StatusRange(status, status) : null;
    }

    private void Judge(StatusRange status, YamlScalar scalar)
    {
        if (status.First >= 300) return;
        if (_failsInSuccess is null) _mentions.Add(MentionKind.FailsInSuccess, scalar.Value, scalar.Span);
        else if (_failsInSuccess is false)
            _diagnostics.Report(DiagnosticDescriptors.StatusOfSuccess, scalar.Span, scalar.Value);
    }
}
