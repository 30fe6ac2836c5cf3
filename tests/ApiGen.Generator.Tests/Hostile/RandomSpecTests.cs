using System.Globalization;
using ApiGen.Generator.Tests.Pipeline;
using ApiGen.Generator.Tests.Schema;
using CsCheck;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Specs that nobody wrote: made up by the schema, or sound ones with random edits.</summary>
public sealed class RandomSpecTests
{
    /// <summary>How many of each are tried; more where APIGEN_RANDOM_SPECS says so.</summary>
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("APIGEN_RANDOM_SPECS") ?? "300", CultureInfo.InvariantCulture);

    private static readonly IReadOnlyList<IReadOnlyList<SpecText>> Sound =
    [
        .. SpecCase.Good
            .GroupBy(each => each.Name.Split('/')[0])
            .Select(group => group.Select(each => new SpecText(each.Name, each.Text)).ToList()),
    ];

    [Fact]
    public async Task A_spec_that_is_made_up_becomes_sound_code_or_a_finding()
    {
        int clean = 0, files = 0;
        await Gen.Int.SampleAsync(
            async seed =>
            {
                IReadOnlyList<SpecText> spec = MadeUp(seed);
                if ((await SpecOracle.CheckAsync(spec)).Count == 0) Interlocked.Increment(ref clean);
                Interlocked.Add(ref files, spec.Count);
            },
            iter: Count,
            print: seed => Print(MadeUp(seed)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{Count} specs of {files} files, {clean} without a mistake.");
    }

    [Fact]
    public async Task An_edited_spec_becomes_sound_code_or_a_finding()
    {
        int clean = 0;
        await Gen.Int.SampleAsync(
            async seed =>
            {
                if ((await SpecOracle.CheckAsync(Edited(seed))).Count == 0) Interlocked.Increment(ref clean);
            },
            iter: Count,
            print: seed => Print(Edited(seed)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{Count} edited specs, {clean} without a mistake.");
    }

    [Fact]
    public async Task What_the_binder_accepts_the_schema_accepts()
    {
        SpecCase[] accepted =
        [
            .. Enumerable.Range(0, 10 * Count)
                .SelectMany(seed => SpecCase.Together(MadeUp(seed)))
                .Where(each => each.Findings.Count == 0),
        ];
        SpecDocument[] documents = [.. accepted.SelectMany(each => SpecDocument.In(each.Text))];
        var judged = await SpecSchema.JudgeAsync(documents);
        IEnumerable<string> refused = documents.Zip(judged)
            .Where(pair => pair.Second.Count > 0)
            .Select(pair => $"{string.Join('\n', pair.Second)}\n{pair.First.Json}");
        Assert.True(!refused.Any(), string.Join("\n\n", refused.Take(10)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{documents.Length} documents are accepted by both.");
    }

    internal static IReadOnlyList<SpecText> MadeUp(int seed) =>
        [.. new SpecGrammar(new Random(seed)).Files().Select((text, i) => new SpecText($"{i}.yaml", text))];

    internal static IReadOnlyList<SpecText> Edited(int seed)
    {
        var random = new Random(seed);
        IReadOnlyList<SpecText> sound = Sound[random.Next(Sound.Count)];
        int edited = random.Next(sound.Count);
        return [.. sound.Select((file, i) => i == edited ? SpecEdits.Edit(file, random) : file)];
    }

    private static string Print(IEnumerable<SpecText> files) =>
        string.Join('\n', files.Select(file => $"=== {file.Path}\n{file.Content}"));
}
