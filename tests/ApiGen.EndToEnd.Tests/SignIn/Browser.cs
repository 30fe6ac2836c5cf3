using System.Net;
using System.Text.RegularExpressions;

namespace ApiGen.EndToEnd.Tests.SignIn;

/// <summary>What a user does in a browser: opens the address, and is shown a PIN or sent on.</summary>
internal static partial class Browser
{
    public static async Task<string> ReadPinAsync(Uri address)
    {
        using var http = new HttpClient();
        return Digits().Match(await http.GetStringAsync(address)).Value;
    }

    /// <summary>The callback that the service redirects to.</summary>
    public static async Task<Uri> FollowAsync(Uri address, bool saysYes = true)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using HttpResponseMessage response = await http.GetAsync(saysYes ? address : new Uri(address + "&answer=no"));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location!;
    }

    [GeneratedRegex(@"\d{7}")]
    private static partial Regex Digits();
}
