namespace ApiGen.Benchmarks.Calls;

/// <summary>The app and the user of all benchmarks.</summary>
internal static class Account
{
    public const string ConsumerKey = "xvz1evFS4wEEPTGEFPHBog";
    public const string ConsumerSecret = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
    public const string Token = "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb";
    public const string TokenSecret = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";

    public static OAuth1Credentials Credentials { get; } = new(ConsumerKey, ConsumerSecret, Token, TokenSecret);
}
