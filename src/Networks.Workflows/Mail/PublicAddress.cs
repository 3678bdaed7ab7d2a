namespace Networks.Workflows.Mail;

/// <summary>The address under which people reach this service; links in mails begin with it.</summary>
/// <param name="base">Asked only when a link is written: before the service listens it may not be known yet.</param>
public sealed class PublicAddress(Func<Uri> @base)
{
    public PublicAddress(Uri @base)
        : this(() => @base)
    {
    }

    public Uri Base => @base();

    /// <summary>The firm's page. The token is the only secret in it, and the page only shows.</summary>
    public Uri FirmPage(string token) => new(Base, $"f/{token}");

    public Uri Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(Base, path.TrimStart('/'));
    }
}
