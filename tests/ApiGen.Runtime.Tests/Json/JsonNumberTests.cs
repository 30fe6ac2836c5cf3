using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonNumberTests
{
    private static readonly JsonReader<int> Int32 = static (ref JsonCursor json) => json.ReadInt32();
    private static readonly JsonReader<int?> Int32OrNull = static (ref JsonCursor json) => json.ReadInt32OrNull();
    private static readonly JsonReader<long> Int64 = static (ref JsonCursor json) => json.ReadInt64();
    private static readonly JsonReader<long?> Int64OrNull = static (ref JsonCursor json) => json.ReadInt64OrNull();
    private static readonly JsonReader<double> Double = static (ref JsonCursor json) => json.ReadDouble();
    private static readonly JsonReader<double?> DoubleOrNull = static (ref JsonCursor json) => json.ReadDoubleOrNull();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("7", 7)]
    [InlineData("12345678", 12345678)]
    [InlineData("-12345678", -12345678)]
    [InlineData("1050118621198921728", 1050118621198921728)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("\"1050118621198921728\"", 1050118621198921728)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("\"007\"", 7)]
    [InlineData("\"+7\"", 7)]
    [InlineData("\"\\u0031\\u0032\"", 12)]
    [InlineData(" 42 ", 42)]
    public void A_64_bit_integer_is_read_bare_or_in_a_string(string json, long expected)
    {
        Assert.Equal(expected, JsonText.Read(json, Int64));
        Assert.Equal(expected, JsonText.Read(json, Int64OrNull));
    }

    [Fact]
    public void Every_length_of_integer_is_read_up_to_either_end_of_a_text()
    {
        for (int digits = 1; digits <= 18; digits++)
        {
            string number = "123456789123456789"[..digits];
            long expected = long.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(expected, JsonText.Read(number, Int64));
            Assert.Equal(-expected, JsonText.Read("-" + number, Int64));
            Assert.Equal(
                [expected, -expected],
                JsonText.Read($"[{number},-{number}]", (ref json) => json.ReadList(Int64)));
        }
    }

    [Theory]
    [InlineData("null", "null, where the spec says int64")]
    [InlineData("true", "a bool, where the spec says int64")]
    [InlineData("[]", "a list, where the spec says int64")]
    [InlineData("+1", "the character +, where the spec says int64")]
    [InlineData(".5", "the character ., where the spec says int64")]
    [InlineData("1.0", "a number with a fraction or exponent, where the spec says int64")]
    [InlineData("1e2", "a number with a fraction or exponent, where the spec says int64")]
    [InlineData("1E2", "a number with a fraction or exponent, where the spec says int64")]
    [InlineData("9.300778475358126e17", "a number with a fraction or exponent, where the spec says int64")]
    [InlineData("9223372036854775808", "a number that is too large for int64")]
    [InlineData("-9223372036854775809", "a number that is too large for int64")]
    [InlineData("18446744073709551617", "a number that is too large for int64")]
    [InlineData("123456789012345678901234567890", "a number that is too large for int64")]
    [InlineData("01", "a number with a leading zero")]
    [InlineData("-01", "a number with a leading zero")]
    [InlineData("00", "a number with a leading zero")]
    [InlineData("00000000000000000000001", "a number with a leading zero")]
    [InlineData("-", "a number with digits missing")]
    [InlineData("1.", "a number with digits missing")]
    [InlineData("1e", "a number with digits missing")]
    [InlineData("1e+", "a number with digits missing")]
    [InlineData("--1", "a number with digits missing")]
    [InlineData("1 2", "more text after the value")]
    [InlineData("1x", "more text after the value")]
    [InlineData("0x10", "more text after the value")]
    [InlineData("1_000", "more text after the value")]
    [InlineData("\"\"", "a string that holds no int64")]
    [InlineData("\" 7\"", "a string that holds no int64")]
    [InlineData("\"7 \"", "a string that holds no int64")]
    [InlineData("\"1.0\"", "a string that holds no int64")]
    [InlineData("\"1e2\"", "a string that holds no int64")]
    [InlineData("\"0x10\"", "a string that holds no int64")]
    [InlineData("\"9223372036854775808\"", "a string that holds no int64")]
    [InlineData("\"12345678", "the text ends in the middle of a string")]
    public void What_is_no_64_bit_integer_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, Int64));

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("\"-2147483648\"", int.MinValue)]
    public void A_32_bit_integer_is_read_bare_or_in_a_string(string json, int expected)
    {
        Assert.Equal(expected, JsonText.Read(json, Int32));
        Assert.Equal(expected, JsonText.Read(json, Int32OrNull));
    }

    [Theory]
    [InlineData("2147483648", "a number that is too large for int32")]
    [InlineData("-2147483649", "a number that is too large for int32")]
    [InlineData("\"2147483648\"", "a number that is too large for int32")]
    [InlineData("9223372036854775808", "a number that is too large for int32")]
    [InlineData("null", "null, where the spec says int32")]
    [InlineData("1.5", "a number with a fraction or exponent, where the spec says int32")]
    [InlineData("\"x\"", "a string that holds no int32")]
    public void What_is_no_32_bit_integer_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, Int32));

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("1", 1.0)]
    [InlineData("-1.5", -1.5)]
    [InlineData("0.1", 0.1)]
    [InlineData("1e3", 1000.0)]
    [InlineData("1E+3", 1000.0)]
    [InlineData("25e-1", 2.5)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e400", double.NegativeInfinity)]
    [InlineData("37.42134123456789012345678901234567890", 37.42134123456789)]
    public void A_double_is_read(string json, double expected)
    {
        Assert.Equal(expected, JsonText.Read(json, Double));
        Assert.Equal(expected, JsonText.Read(json, DoubleOrNull));
    }

    [Fact]
    public void A_negative_zero_keeps_its_sign() => Assert.True(double.IsNegative(JsonText.Read("-0", Double)));

    [Theory]
    [InlineData("null", "null, where the spec says double")]
    [InlineData("\"1.5\"", "a string, where the spec says double")]
    [InlineData("NaN", "the character N, where the spec says double")]
    [InlineData("Infinity", "the character I, where the spec says double")]
    [InlineData("-Infinity", "a number with digits missing")]
    [InlineData("+1", "the character +, where the spec says double")]
    [InlineData(".5", "the character ., where the spec says double")]
    [InlineData("1.", "a number with digits missing")]
    [InlineData("1.e5", "a number with digits missing")]
    [InlineData("1e", "a number with digits missing")]
    [InlineData("1e-", "a number with digits missing")]
    [InlineData("01.5", "a number with a leading zero")]
    [InlineData("1.5f", "more text after the value")]
    public void What_is_no_double_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, Double));

    [Fact]
    public void A_null_is_read_where_it_may_stand()
    {
        Assert.Null(JsonText.Read("null", Int32OrNull));
        Assert.Null(JsonText.Read("null", Int64OrNull));
        Assert.Null(JsonText.Read("null", DoubleOrNull));
    }
}
