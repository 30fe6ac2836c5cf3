using System.Globalization;
using ApiGen.CompilerServices;

namespace ApiGen.Runtime.Tests.Json;

public sealed class JsonDecimalTests
{
    private static readonly JsonReader<decimal> Decimal = static (ref JsonCursor json) => json.ReadDecimal();
    private static readonly JsonReader<decimal?> DecimalOrNull =
        static (ref JsonCursor json) => json.ReadDecimalOrNull();

    [Theory]
    [InlineData("0", "0")]
    [InlineData("7", "7")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e3", "1000")]
    [InlineData("25E-1", "2.5")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000005", "1.0000000000000000000000000001")]
    [InlineData("1e-40", "0.0000000000000000000000000000")]
    [InlineData("\"12.50\"", "12.50")]
    [InlineData("\"-7\"", "-7")]
    [InlineData("\"\\u0031\\u002e5\"", "1.5")]
    [InlineData(" 42.0 ", "42.0")]
    public void A_decimal_is_read_with_all_its_digits_bare_or_in_a_string(string json, string expected)
    {
        Assert.Equal(expected, JsonText.Read(json, Decimal).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected, JsonText.Read(json, DecimalOrNull)!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("null", "null, where the spec says decimal")]
    [InlineData("true", "a bool, where the spec says decimal")]
    [InlineData("{}", "an object, where the spec says decimal")]
    [InlineData("NaN", "the character N, where the spec says decimal")]
    [InlineData(".5", "the character ., where the spec says decimal")]
    [InlineData("+1", "the character +, where the spec says decimal")]
    [InlineData("1.", "a number with digits missing")]
    [InlineData("01", "a number with a leading zero")]
    [InlineData("79228162514264337593543950336", "a number that is too large for decimal")]
    [InlineData("1e29", "a number that is too large for decimal")]
    [InlineData("\"79228162514264337593543950336\"", "a string that holds no decimal")]
    [InlineData("\"\"", "a string that holds no decimal")]
    [InlineData("\" 1\"", "a string that holds no decimal")]
    [InlineData("\"1,5\"", "a string that holds no decimal")]
    [InlineData("\"1.5 EUR\"", "a string that holds no decimal")]
    [InlineData("\"NaN\"", "a string that holds no decimal")]
    [InlineData("1.5m", "more text after the value")]
    public void What_is_no_decimal_is_refused(string json, string problem) =>
        Assert.Equal($"$: {problem}", JsonText.Refuse(json, Decimal));

    [Fact]
    public void A_null_is_read_where_it_may_stand() => Assert.Null(JsonText.Read("null", DecimalOrNull));
}
