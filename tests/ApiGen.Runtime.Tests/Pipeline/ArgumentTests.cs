using System.Text;
using ApiGen.CompilerServices;
using ApiGen.OAuth;
using ApiGen.Pipeline;

namespace ApiGen.Runtime.Tests.Pipeline;

public sealed class ArgumentTests
{
    [Fact]
    public void Values_are_written_alike_in_every_culture()
    {
        using OddCulture culture = new();
        Assert.Equal("n=-1.50", Sent(call => call.Add(0, -1.50m)));
        Assert.Equal("n=79228162514264337593543950335", Sent(call => call.Add(0, decimal.MaxValue)));
        Assert.Equal("n=-1.5", Sent(call => call.Add(0, -1.5)));
        Assert.Equal("n=-7", Sent(call => call.Add(0, -7L)));
        Assert.Equal("n=0001-02-03", Sent(call => call.Add(0, new DateOnly(1, 2, 3))));
        Assert.Equal("n=-1.5%2C2", Sent(call => call.Add(0, [-1.5m, 2m])));
        Assert.Equal("n=-1.5%2C2", Sent(call => call.Add(0, [-1.5, 2])));
        Assert.Equal("n=-7%2C8", Sent(call => call.Add(0, [-7, 8])));
    }

    [Theory]
    [InlineData(null, "n=2013-12-14T04%3A35%3A55Z")]
    [InlineData("epoch", "n=1386995755")]
    [InlineData("ddd MMM dd HH:mm:ss zzz yyyy", "n=Sat%20Dec%2014%2004%3A35%3A55%20%2B0000%202013")]
    [InlineData("yyyy-MM-dd", "n=2013-12-14")]
    public void A_time_is_sent_in_UTC_as_its_parameter_says(string? format, string expected)
    {
        var time = new DateTimeOffset(2013, 12, 14, 6, 35, 55, TimeSpan.FromHours(2));
        JsonDates? dates = format is null ? null : new JsonDates(format);

        Assert.Equal(expected, Sent(call => call.Add(0, time), Parameter() with { Dates = dates }));
    }

    [Theory]
    [InlineData(ListJoin.Csv, "n=b%20c%2C%2Ca")]
    [InlineData(ListJoin.Pipe, "n=b%20c%7C%7Ca")]
    [InlineData(ListJoin.Repeated, "n=b%20c&n=&n=a")]
    public void A_list_keeps_its_order(ListJoin join, string expected) =>
        Assert.Equal(expected, Sent(call => call.Add(0, ["b c", "", "a"]), Parameter() with { Join = join }));

    [Fact]
    public void A_list_may_be_of_any_type()
    {
        ParameterDescriptor parameter = Parameter() with { Join = ListJoin.Space, Dates = new JsonDates("yyyyMMdd") };
        Assert.Equal("n=true%20false", Sent(call => call.Add(0, [true, false]), parameter));
        Assert.Equal("n=1%209223372036854775807", Sent(call => call.Add(0, [1, long.MaxValue]), parameter));
        Assert.Equal("n=0.1%201E-05", Sent(call => call.Add(0, [0.1, 0.00001]), parameter));
        Assert.Equal("n=20240229", Sent(call => call.Add(0, [new DateOnly(2024, 2, 29)]), parameter));
        var time = new DateTimeOffset(2024, 2, 29, 1, 1, 1, TimeSpan.Zero);
        Assert.Equal("n=20240229", Sent(call => call.Add(0, [time]), parameter));
        Assert.Equal("n=hot%20new", Sent(call => call.Add(0, [new Sort("hot"), new Sort("new")]), parameter));
    }

    [Fact]
    public void A_list_of_nothing_is_left_out() => Assert.Equal("", Sent(call => call.Add<int>(0, [])));

    [Fact]
    public void An_enumeration_is_sent_as_its_value()
    {
        Assert.Equal("n=hot", Sent(call => call.Require(0, new Sort("hot"))));
        Assert.Equal("n=hot", Sent(call => call.Add(0, (Sort?)new Sort("hot"))));
        Assert.Equal("", Sent(call => call.Add(0, (Sort?)null)));
    }

    [Fact]
    public void What_says_nothing_or_too_much_is_refused_by_the_name_of_its_argument()
    {
        Refuses<ArgumentNullException>(call => call.Require<string>(0, (IReadOnlyList<string>)null!));
        Refuses<ArgumentException>(call => call.Require<string>(0, []));
        Refuses<ArgumentException>(call => call.Add(0, ["a", null!]));
        Refuses<ArgumentException>(call => call.Add(0, ["a,b", "c"]));
        Refuses<ArgumentException>(call => call.Add(0, [1.5, double.NaN]));
        Refuses<ArgumentException>(call => call.Add(0, double.PositiveInfinity));
        Refuses<ArgumentException>(call => call.Require(0, default(Sort)));
        Refuses<ArgumentException>(call => call.Add(0, (Sort?)default(Sort)));
        Refuses<ArgumentException>(call => call.Add(0, [new Sort("a,b")]));
    }

    [Theory]
    [InlineData("a", "b", true)]
    [InlineData("b", "a", false)]
    [InlineData("a", "a", true)]
    [InlineData("a", "a b", true)]
    [InlineData("é", "z", true)]
    [InlineData("z", "é", false)]
    public void Repeated_values_are_normalized_if_they_stand_in_the_order_of_their_encoding(
        string first, string second, bool expected)
    {
        ApiCall<bool> call = Call(Parameter() with { Join = ListJoin.Repeated }).Add(0, [first, second]);

        Assert.Equal(expected, call.IsNormalized);
    }

    [Fact]
    public void Parameters_of_query_and_form_stay_apart()
    {
        ApiCall<bool> call =
            Call(Parameter("a", ParameterPlace.Form), Parameter("b"), Parameter("c", ParameterPlace.Form))
                .Add(0, 1L).Add(1, 2L).Add(2, 3L);

        Assert.Equal("b=2", Encoding.ASCII.GetString(call.Query));
        Assert.Equal("a=1&c=3", Encoding.ASCII.GetString(call.Form));
        Assert.False(call.IsNormalized);
    }

    [Fact]
    public void A_header_is_no_parameter_of_a_signature()
    {
        ApiCall<bool> call = Call(Parameter("X-A", ParameterPlace.Header), Parameter("b"))
            .Add(0, ["1 2", "3"]).Add(1, 2L);

        Assert.Equal([new("X-A", "1 2,3")], call.Headers!);
        Assert.Equal("b=2", Encoding.ASCII.GetString(call.BeforeOAuth));
        Assert.True(call.IsNormalized);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    [InlineData("é")]
    [InlineData("\ta")]
    [InlineData(" a")]
    [InlineData("a ")]
    public void A_text_that_a_header_cannot_carry_as_it_is_is_refused(string value)
    {
        ApiCall<bool> call = Call(Parameter("X-A", ParameterPlace.Header));

        Assert.Equal("argument", Assert.Throws<ArgumentException>(() => call.Add(0, value)).ParamName);
        Assert.Null(call.Headers);
    }

    [Fact]
    public void Texts_of_any_length_follow_each_other()
    {
        string text = new('ü', 10_000);
        ApiCall<bool> call = Call(Parameter("a"), Parameter("b"), Parameter("z"));
        call.Add(0, "1").Add(1, text).Add(2, "2");

        Assert.Equal($"a=1&b={Uri.EscapeDataString(text)}&z=2", Encoding.ASCII.GetString(call.Query));
        Assert.Equal($"a=1&b={Uri.EscapeDataString(text)}", Encoding.ASCII.GetString(call.BeforeOAuth));
        Assert.Equal("z=2", Encoding.ASCII.GetString(call.AfterOAuth));
    }

    [Fact]
    public void A_call_that_has_given_up_its_arguments_is_not_made_again()
    {
        var caller = new Caller<OAuth1Credentials>(
            new OAuth1Credentials("key", "secret", "token", "token secret"), UserIdSource.None, "network");
        ApiCall<bool> call = Call(Parameter());
        call.Add(0, "1").Begin(caller);
        call.Release();

        Assert.Throws<InvalidOperationException>(() => call.Begin(caller));
    }

    private static void Refuses<TException>(Action<ApiCall<bool>> add)
        where TException : ArgumentException
    {
        ApiCall<bool> call = Call(Parameter());
        Assert.Equal("argument", Assert.Throws<TException>(() => add(call)).ParamName);
        Assert.True(call.Query.IsEmpty);
    }

    private static string Sent(Action<ApiCall<bool>> add, ParameterDescriptor? parameter = null)
    {
        ApiCall<bool> call = Call(parameter ?? Parameter());
        add(call);
        return Encoding.ASCII.GetString(call.Query);
    }

    private static ParameterDescriptor Parameter(string name = "n", ParameterPlace place = ParameterPlace.Query) =>
        new(name, "argument", place);

    private static ApiCall<bool> Call(params ParameterDescriptor[] parameters) => new EndpointDescriptor<bool>
    {
        Api = new() { Name = "Birds", BaseAddress = "https://birds.example" },
        Name = "birds/show",
        Method = "POST",
        Path = "/",
        Parameters = parameters,
        Read = static (ref JsonCursor json) => json.ReadBoolean(),
    }.Call();

    private readonly record struct Sort(string Value) : IEnumerationValue;
}
