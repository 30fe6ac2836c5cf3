using System.Reflection;
using System.Text.RegularExpressions;
using ApiGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiGen.Generator.Tests.Diagnostics;

public sealed class SpecDiagnosticTests
{
    private static readonly SourceSpan Span =
        new(new TextSpan(5, 3), new LinePositionSpan(new LinePosition(1, 2), new LinePosition(1, 5)));

    [Fact]
    public void A_diagnostic_prints_as_the_compiler_prints_its_own()
    {
        var bag = new DiagnosticBag("specs/a.yaml");
        bag.Report(DiagnosticDescriptors.DuplicateKey, Span, "of", "1");

        Diagnostic diagnostic = bag.ToEquatableArray()[0].ToDiagnostic();

        Assert.Equal(
            "specs/a.yaml(2,3): error APIGEN002: 'of' is already given on line 1",
            diagnostic.ToString());
    }

    [Fact]
    public void Equal_findings_are_equal_so_that_a_pipeline_can_cache_them()
    {
        Assert.Equal(Bag("of"), Bag("of"));
        Assert.NotEqual(Bag("of"), Bag("on"));
    }

    [Fact]
    public void What_a_message_quotes_is_short_and_on_one_line()
    {
        string argument = Bag("a\r\nb\u0007" + new string('x', 1000))[0].Arguments[0];

        Assert.StartsWith("a  b x", argument, StringComparison.Ordinal);
        Assert.InRange(argument.Length, 100, 210);
    }

    [Fact]
    public void A_hostile_file_has_a_bounded_number_of_findings()
    {
        var bag = new DiagnosticBag("a.yaml");
        for (int i = 0; i < 5000; i++)
            bag.Report(DiagnosticDescriptors.Tag, Span, "!a");

        Assert.Equal(1000, bag.ToEquatableArray().Count);
    }

    [Fact]
    public void The_descriptors_and_the_release_files_name_the_same_rules()
    {
        IEnumerable<string> descriptors = typeof(DiagnosticDescriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}");
        string folder = Path.Combine(RepositoryRoot.Path, "generator", "ApiGen.Generator");
        IEnumerable<string> released = Directory.GetFiles(folder, "AnalyzerReleases.*.md")
            .SelectMany(File.ReadLines)
            .Where(line => Regex.IsMatch(line, "^APIGEN[0-9]{3} "));

        Assert.Equal(released.Order(), descriptors.Order());
    }

    private static EquatableArray<SpecDiagnostic> Bag(string argument)
    {
        var bag = new DiagnosticBag("a.yaml");
        bag.Report(DiagnosticDescriptors.DuplicateKey, Span, argument, "1");
        return bag.ToEquatableArray();
    }
}
