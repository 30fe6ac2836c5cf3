using System.Text;
using ApiGen.OAuth;

namespace ApiGen.Runtime.Tests.OAuth;

public sealed class SignatureBaseStringTests
{
    public static TheoryData<string> Vectors => Vector.Ids("normalize");

    [Theory, MemberData(nameof(Vectors))]
    public void Encoded_parameters_sort_as_the_vector_says(string id) => Assert.Equal(
        Vector.All[id].Right("normalized_params"),
        Parameters.Normalize(Vector.All[id].Params.Select(pair => (pair[0], pair[1]))));

    [Fact]
    public void The_prefix_is_method_and_URI_encoded_and_each_followed_by_an_ampersand() => Assert.Equal(
        "POST&https%3A%2F%2Fapi.twitter.com%2F1.1%2Ffriendships%2Fcreate.json&",
        Encoding.ASCII.GetString(
            SignatureBaseString.Prefix("post", "https://api.twitter.com/1.1/friendships/create.json")));

    [Fact]
    public void An_escape_in_the_path_is_encoded_again() => Assert.Equal(
        "GET&http%3A%2F%2Fexample.com%2Fr%2520v%2FX&",
        Encoding.ASCII.GetString(SignatureBaseString.Prefix("GET", "http://example.com/r%20v/X")));
}
