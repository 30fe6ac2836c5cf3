namespace ApiGen.Runtime.Tests.OAuth;

public sealed class VectorTests
{
    [Fact]
    public void No_vector_is_lost() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["percent-encode"] = 26,
            ["normalize"] = 13,
            ["base-string-uri"] = 22,
            ["sign-raw"] = 8,
            ["request"] = 54,
        },
        Vector.All.Values.CountBy(vector => vector.Kind).ToDictionary());

    [Fact]
    public void Every_value_that_is_wrong_in_its_source_has_a_right_one() => Assert.All(
        Vector.All.Values.Where(vector => vector.Status is "wrong-in-source" or "divergent"),
        vector => Assert.All(vector.Expected, field => Assert.NotEqual(field.Value, vector.Correct[field.Key])));
}
