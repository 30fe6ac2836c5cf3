using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Pipeline;

/// <summary>What is wrong with an argument is found while the call is built.</summary>
public sealed class CheckTests
{
    [Fact]
    public void A_range_holds_its_bounds()
    {
        ParameterDescriptor parameter = Parameter() with { Min = "-1", Max = "200" };
        Takes(parameter, call => call.Check(0, -1).Check(0, 200L).Check(0, (int?)null).Check(0, -0.99));
        Refuses<ArgumentOutOfRangeException>(parameter, call => call.Check(0, -2), "from -1 to 200");
        Refuses<ArgumentOutOfRangeException>(parameter, call => call.Check(0, 201), "from -1 to 200");
        Refuses<ArgumentOutOfRangeException>(Parameter() with { Min = "0.5" }, call => call.Check(0, 0.49m), "at least 0.5");
        Refuses<ArgumentOutOfRangeException>(Parameter() with { Min = "0" }, call => call.Check(0, double.NaN), "at least 0");
    }

    [Fact]
    public void A_range_of_64_bits_is_exact()
    {
        ParameterDescriptor parameter = Parameter() with { Max = "9007199254740992" };
        Takes(parameter, call => call.Check(0, 9007199254740992));
        Refuses<ArgumentOutOfRangeException>(parameter, call => call.Check(0, 9007199254740993), "at most 9007199254740992");
    }

    [Fact]
    public void Dates_and_times_have_ranges()
    {
        ParameterDescriptor day = Parameter() with { Min = "2006-03-21" };
        Takes(day, call => call.Check(0, new DateOnly(2006, 3, 21)));
        Refuses<ArgumentOutOfRangeException>(day, call => call.Check(0, new DateOnly(2006, 3, 20)), "at least 2006-03-21");

        ParameterDescriptor time = Parameter() with { Max = "2030-01-01T00:00:00Z" };
        var end = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.FromHours(1));
        Takes(time, call => call.Check(0, end));
        Refuses<ArgumentOutOfRangeException>(time, call => call.Check(0, end.AddTicks(1)), "at most 2030-01-01T00:00:00Z");
    }

    [Theory]
    [InlineData("ab", true)]
    [InlineData("a🦜", true)]
    [InlineData("🦜🦜🦜", true)]
    [InlineData("🦜", false)]
    [InlineData("🦜🦜🦜🦜", false)]
    [InlineData("", false)]
    public void A_length_is_counted_in_code_points(string text, bool isTaken)
    {
        ParameterDescriptor parameter = Parameter() with { MinLength = 2, MaxLength = 3 };
        if (isTaken) Takes(parameter, call => call.Check(0, text).Check(0, (string?)null));
        else Refuses<ArgumentException>(parameter, call => call.Check(0, text), "characters, and there are");
    }

    [Theory]
    [InlineData("a|ab", "ab", true)]
    [InlineData("a|ab", "abc", false)]
    [InlineData("a|ab", "xa", false)]
    [InlineData("[a-z]+", "kea\n", false)]
    [InlineData("(a+)+", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", false)]
    public void A_pattern_is_matched_by_the_whole_text(string pattern, string text, bool isTaken)
    {
        ParameterDescriptor parameter = Parameter() with { Pattern = pattern };
        if (isTaken) Takes(parameter, call => call.CheckPattern(0, text).CheckPattern(0, [text, text]));
        else Refuses<ArgumentException>(parameter, call => call.CheckPattern(0, text), $"of the form {pattern}");
    }

    [Fact]
    public void Lists_are_counted_and_their_items_looked_at()
    {
        ParameterDescriptor parameter = Parameter() with { MinItems = 2, MaxItems = 3, Min = "1", MaxLength = 2 };
        Takes(parameter, call => call.CheckCount(0, [1, 2]).CheckCount<int>(0, []).CheckCount<int>(0, null));
        Takes(parameter, call => call.CheckEach(0, [1, 2]).CheckEach(0, ["ab"]).CheckEach<int>(0, null));
        Refuses<ArgumentException>(parameter, call => call.CheckCount(0, [1]), "at least 2 items, and there are 1.");
        Refuses<ArgumentException>(parameter, call => call.CheckCount(0, [1, 2, 3, 4]), "at most 3 items");
        Refuses<ArgumentOutOfRangeException>(parameter, call => call.CheckEach(0, [1, 0]), "at least 1");
        Refuses<ArgumentException>(parameter, call => call.CheckEach(0, ["ab", "abc"]), "at most 2 characters");
    }

    [Fact]
    public void A_refusal_tells_the_value_unless_it_is_sensitive()
    {
        ParameterDescriptor parameter = Parameter() with { Max = "5" };
        Assert.Equal(6, Refuses<ArgumentOutOfRangeException>(parameter, call => call.Check(0, 6), "6").ActualValue);

        ParameterDescriptor sensitive = parameter with { IsSensitive = true };
        ArgumentOutOfRangeException silent =
            Refuses<ArgumentOutOfRangeException>(sensitive, call => call.Check(0, 9876), "at most 5");
        Assert.Null(silent.ActualValue);
        Assert.DoesNotContain("9876", silent.ToString(), StringComparison.Ordinal);
    }

    private static ParameterDescriptor Parameter() => new("n", "number", ParameterPlace.Query);

    private static void Takes(ParameterDescriptor parameter, Func<ApiCall<bool>, ApiCall<bool>> check) =>
        check(Endpoint(parameter).Call());

    private static TException Refuses<TException>(
        ParameterDescriptor parameter, Func<ApiCall<bool>, ApiCall<bool>> check, string reason)
        where TException : ArgumentException
    {
        TException refused = Assert.Throws<TException>("number", () => { check(Endpoint(parameter).Call()); });
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        return refused;
    }

    private static EndpointDescriptor<bool> Endpoint(ParameterDescriptor parameter) => new()
    {
        Api = new ApiDescriptor { Name = "Birds", BaseAddress = "https://birds.example" },
        Name = "flock/sing",
        Method = "GET",
        Path = "/sing",
        Parameters = [parameter],
        Read = static (ref JsonCursor json) => json.ReadBoolean(),
    };
}
