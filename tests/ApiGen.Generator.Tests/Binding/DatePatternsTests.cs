using ApiGen.CompilerServices;
using ApiGen.Generator.Binding;

namespace ApiGen.Generator.Tests.Binding;

/// <summary>What the binder lets pass is what the runtime can compile.</summary>
public sealed class DatePatternsTests
{
    [Theory]
    [InlineData("iso8601", true)]
    [InlineData("ddd MMM dd HH:mm:ss zzz yyyy", true)]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", true)]
    [InlineData("yyyyMMdd", true)]
    [InlineData("'on' dd.MM.yyyy", true)]
    [InlineData("yyyy-MM-dd 'at", false)]
    [InlineData("dddd, dd MMM yyyy", false)]
    [InlineData("ddddd MMM yyyy", false)]
    [InlineData("d/M/yyyy", false)]
    [InlineData("yyyy-MM", false)]
    [InlineData("MMM MM dd yyyy", false)]
    [InlineData("yyyy-MM-dd yyyy", false)]
    [InlineData("day/month/year", false)]
    public void Binder_and_runtime_agree_on_a_pattern(string pattern, bool isAllowed)
    {
        Assert.Equal(isAllowed, DatePatterns.FindProblem(pattern) is null);
        Assert.Equal(isAllowed, Record.Exception(() => new JsonDates(pattern)) is null);
    }
}
