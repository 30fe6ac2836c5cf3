using System.Collections.Generic;
using ApiGen.Generator.Diagnostics;
using ApiGen.Generator.Model;
using ApiGen.Generator.Yaml;

namespace ApiGen.Generator.Binding;

/// <summary>
/// Holds the example of an endpoint's answer to what the endpoint returns, as far as its own file says what that is.
/// </summary>
internal static class AnswerExample
{
    /// <summary>The endpoint with the JSON of its example.</summary>
    public static EndpointModel Bind(
        EndpointModel endpoint,
        YamlNode? example,
        IReadOnlyList<TypeModel> types,
        DiagnosticBag diagnostics,
        MentionList mentions)
    {
        if (example is null || endpoint.Returns is ContentReference) return endpoint;
        string[] path = endpoint.Unwrap?.Split('.') ?? [];
        YamlNode? value = example;
        foreach (string name in path)
        {
            value = (value as YamlMapping)?.Find(name)?.Value;
            if (value is not null) continue;
            diagnostics.Report(
                DiagnosticDescriptors.MissingKey, example.Span, $"The example of {endpoint.Name}", endpoint.Unwrap!);
            return endpoint;
        }

        new ExampleCheck(types, diagnostics, mentions).Run(value, endpoint.Returns, endpoint.Name);
        return endpoint with { Example = new ExampleText(types).Write(example, path, endpoint.Returns) };
    }
}
