namespace ApiGen.Generator.Model;

/// <summary>Where a request carries OAuth's own parameters; the names are the runtime's.</summary>
internal enum OAuth1Transmission
{
    Header,
    Query,
    Form,
}
