using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddFormHash : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FormHash",
                table: "Operations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FormHash",
                table: "Operations");
        }
    }
}
