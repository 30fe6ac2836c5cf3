using System;
using System.Runtime.CompilerServices;
using ApiGen.Generator.Binding;
using ApiGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator;

/// <summary>
/// Binds a file once for the generator and the analyzer, which see the same text objects in one compiler process, and
/// turns a failure of ApiGen itself into a finding at that file, so that no file takes down the others.
/// </summary>
internal static class SpecBinding
{
    private static readonly ConditionalWeakTable<SourceText, BoundSpec> Bound = new();

    public static BoundSpec Bind(SpecFile file)
    {
        BoundSpec spec = Bound.GetValue(file.Text, _ => BindGuarded(file));

        // One text may stand at two paths.
        return spec.Path == file.Path ? spec : BindGuarded(file);
    }

    /// <summary>The finding that stands for a failure of ApiGen itself.</summary>
    public static SpecDiagnostic InternalError(string path, Exception exception)
    {
        // The first line of a stack trace is enough to find a bug by, and a message must stay one line.
        string trace = exception.StackTrace?.Split('\n')[0].Trim() ?? "";
        string text = $"{exception.GetType().Name}: {exception.Message.Split('\n')[0].Trim()} {trace}";
        return new SpecDiagnostic(DiagnosticDescriptors.InternalError, [text], path, default);
    }

    private static BoundSpec BindGuarded(SpecFile file)
    {
        try
        {
            return SpecBinder.Bind(file.Path, file.Text);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new BoundSpec
            {
                Path = file.Path,
                Model = null,
                Diagnostics = [InternalError(file.Path, exception)],
                Mentions = [],
            };
        }
    }
}
