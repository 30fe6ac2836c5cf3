using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>
/// The schema that editors complete and check by, held to the binder: both accept the same documents, apart from what a
/// schema can't know.
/// </summary>
public sealed class SchemaTests
{
    public static TheoryData<string> ReasonsToDiffer => [.. BinderOnly.Beginnings];

    [Fact]
    public async Task Every_good_case_is_accepted()
    {
        Assert.All(SpecCase.Good, each => Assert.Empty(each.Findings));
        (SpecCase Case, SpecDocument Document)[] documents = [.. SpecCase.Good.SelectMany(DocumentsOf)];
        var judged = await SpecSchema.JudgeAsync([.. documents.Select(pair => pair.Document)]);
        Assert.All(documents.Zip(judged), pair => Assert.True(
            pair.Second.Count == 0, $"{pair.First.Case.Name}\n{string.Join('\n', pair.Second)}"));
    }

    [Fact]
    public async Task Every_mistake_that_a_schema_can_express_is_refused_where_it_stands()
    {
        SpecCase[] cases = [.. SpecCase.Bad.Where(each => each.IsRead)];
        (SpecCase Case, SpecDocument Document)[] documents = [.. cases.SelectMany(DocumentsOf)];
        var judged = await SpecSchema.JudgeAsync([.. documents.Select(pair => pair.Document)]);
        ILookup<SpecCase, int> refused = documents
            .Zip(judged, (pair, errors) => (pair.Case, Lines: errors.SelectMany(error => error.LinesIn(pair.Document))))
            .SelectMany(pair => pair.Lines.Select(line => (pair.Case, Line: line)))
            .ToLookup(pair => pair.Case, pair => pair.Line);

        IEnumerable<string> missed =
            from each in cases
            from finding in each.Findings
            where !BinderOnly.Has(finding) && !refused[each].Contains(finding.Span.Lines.Start.Line)
            select $"{each.Name}: {finding.ToDiagnostic()}";
        AssertNone(missed);
    }

    [Fact]
    public async Task What_only_the_binder_can_see_the_schema_leaves_to_it()
    {
        SpecCase[] cases = [.. SpecCase.Bad.Where(each => each.IsRead && each.Findings.All(BinderOnly.Has))];
        (SpecCase Case, SpecDocument Document)[] documents = [.. cases.SelectMany(DocumentsOf)];
        var judged = await SpecSchema.JudgeAsync([.. documents.Select(pair => pair.Document)]);
        IEnumerable<string> refused =
            from pair in documents.Zip(judged)
            from error in pair.Second
            where !pair.First.Case.Findings.Any(finding => IsNear(finding, error, pair.First.Document))
            select $"{pair.First.Case.Name}{error}";
        AssertNone(refused);
    }

    [Theory]
    [MemberData(nameof(ReasonsToDiffer))]
    public void No_reason_to_differ_is_without_a_case(string beginning) => Assert.Contains(
        SpecCase.Bad.SelectMany(each => each.Findings), finding => BinderOnly.IsBegunBy(beginning, finding));

    private static void AssertNone(IEnumerable<string> differences) =>
        Assert.True(!differences.Any(), string.Join('\n', differences));

    private static bool IsNear(SpecDiagnostic finding, SchemaError error, SpecDocument document) =>
        error.LinesIn(document).Contains(finding.Span.Lines.Start.Line);

    private static IEnumerable<(SpecCase Case, SpecDocument Document)> DocumentsOf(SpecCase each) =>
        SpecDocument.In(each.Text).Select(document => (each, document));
}
