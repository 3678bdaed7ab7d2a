namespace Networks.Workflows.Mail;

/// <summary>The address under which people reach this service; links in mails begin with it.</summary>
public sealed record PublicAddress(Uri Base)
{
    /// <summary>The firm's page. The token is the only secret in it, and the page only shows.</summary>
    public Uri FirmPage(string token) => new(Base, $"f/{token}");

    public Uri Of(string path) => new(Base, path.TrimStart('/'));
}
