using System.Globalization;
using ApiGen.Benchmarks.Harness;
using ApiGen.Generator.Tests.Pipeline;

namespace ApiGen.Generator.Tests.Hostile;

/// <summary>Specs of a megabyte of one thing: what ApiGen does with them takes time in proportion.</summary>
public sealed class BigSpecTests
{
    private const int Characters = 1_000_000;

    /// <summary>
    /// Ten times what any of them takes on a slow machine, and a small part of what work that grows with the square of
    /// the length takes.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Names => [.. BigSpecs.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_megabyte_is_bound_and_printed_in_proportion_to_its_length(string name)
    {
        TimeSpan small = ProcessorTime(TextOf(name, Characters / 8));
        TimeSpan large = ProcessorTime(TextOf(name, Characters));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-32} {small.TotalMilliseconds,8:0} ms for an eighth, {large.TotalMilliseconds,8:0} ms for all"));
        Assert.InRange(large, TimeSpan.Zero, Longest);
    }

    /// <summary>A text of about this length.</summary>
    private static string TextOf(string name, int length)
    {
        Func<int, string> text = BigSpecs.All[name];
        double perPart = (text(2000).Length - text(1000).Length) / 1000.0;
        return text((int)(length / perPart));
    }

    private static TimeSpan ProcessorTime(string text)
    {
        var files = new SpecText[] { new("big.yaml", text) };
        long start = ThreadClock.Now;
        SpecWork.Do(files);
        return TimeSpan.FromMicroseconds((ThreadClock.Now - start) / 1000.0);
    }
}
