using ApiGen.Generator.Tests.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>
/// What holds for whatever stands in spec files: each mistake is a finding, and what is generated of the rest is C# that
/// compiles without a warning and holds nothing that a spec wrote as code.
/// </summary>
internal static class SpecOracle
{
    /// <summary>The kinds of nodes and of directives that the verified outputs consist of.</summary>
    private static readonly HashSet<SyntaxKind> UsualKinds =
    [
        .. Directory
            .EnumerateFiles(
                RepositoryRoot.Combine("tests", "ApiGen.Generator.Tests", "Emit", "Cases"),
                "*.verified.cs",
                SearchOption.AllDirectories)
            .SelectMany(file => KindsIn(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot())),
    ];

    /// <summary>The findings of files that pass; what doesn't pass fails the test.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(params IReadOnlyList<SpecText> files)
    {
        var driver = new SpecDriver(files);
        IReadOnlyList<string> findings = await driver.AnalyzeAsync();
        Assert.DoesNotContain(findings, finding => finding.Contains("APIGEN009", StringComparison.Ordinal));

        GeneratorRunResult run = driver.Run();
        Assert.Null(run.Exception);
        Assert.Empty(run.Diagnostics);
        string compiled = string.Join("\n", driver.Emit());
        Assert.True(compiled.Length == 0, compiled);
        foreach (GeneratedSourceResult source in run.GeneratedSources)
            CheckSource((await source.SyntaxTree.GetRootAsync()).DescendantTokens().ToList(), source.SyntaxTree);

        return findings;
    }

    private static void CheckSource(List<SyntaxToken> tokens, SyntaxTree tree)
    {
        Assert.Empty(KindsIn(tree.GetRoot()).Except(UsualKinds));
        Assert.DoesNotContain(
            tokens, token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == AwkwardText.Marker);
        IEnumerable<SyntaxTrivia> comments = tokens
            .SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia))
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        Assert.All(comments, comment => Assert.DoesNotContain(
            AwkwardText.Marker, comment.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The kinds of all nodes, those in doc comments left out, whose texts and marks the compiler checks.</summary>
    private static HashSet<SyntaxKind> KindsIn(SyntaxNode root) =>
    [
        .. root
            .DescendantNodesAndSelf(descendIntoTrivia: true)
            .Where(node => node.FirstAncestorOrSelf<DocumentationCommentTriviaSyntax>() is null)
            .Select(node => node.Kind()),
    ];
}
